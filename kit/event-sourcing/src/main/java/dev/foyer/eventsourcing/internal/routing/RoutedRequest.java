package dev.foyer.eventsourcing.internal.routing;

import dev.foyer.base.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A command or a read until it is answered or its time is over. Thread-safe: whoever completes it first has answered it.
 *
 * @param <T> what the caller gets
 */
final class RoutedRequest<T> {

    private final Supplier<CompletionStage<T>> here;
    private final Supplier<ForwardedRequest> ask;
    private final Function<Outcome, T> decode;
    private final Consumer<RoutedRequest<?>> elsewhere;
    private final long deadline;
    private final CompletableFuture<T> reply = new CompletableFuture<>();
    private volatile Unavailable last;
    private volatile ForwardedRequest written;

    /**
     * @param here asks this instance's own runtime
     * @param ask how it is written for another instance; only done when it must go there
     * @param decode reads the owner's outcome; throws {@link IllegalArgumentException} when it is of another version
     * @param elsewhere takes it when this instance does not own it or is not ready
     * @param deadline in {@link System#nanoTime}
     * @param last what to fail with when the time is over before anything else was heard
     */
    RoutedRequest(
            Supplier<CompletionStage<T>> here,
            Supplier<ForwardedRequest> ask,
            Function<Outcome, T> decode,
            Consumer<RoutedRequest<?>> elsewhere,
            long deadline,
            Unavailable last) {
        this.here = here;
        this.ask = ask;
        this.decode = decode;
        this.elsewhere = elsewhere;
        this.deadline = deadline;
        this.last = last;
    }

    CompletableFuture<T> reply() {
        return reply;
    }

    boolean over() {
        return reply.isDone();
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /** Asks this instance; goes elsewhere when it is not the owner, or is not ready. */
    void askHere() {
        here.get().whenComplete((value, failure) -> {
            Throwable why = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            if (why == null) {
                reply.complete(value);
            } else if (why instanceof Unavailable unavailable && mayPass(unavailable)) {
                last = unavailable;
                goElsewhere();
            } else {
                reply.completeExceptionally(why);
            }
        });
    }

    private void goElsewhere() {
        try {
            if (written == null) {
                written = ask.get();
            }
            elsewhere.accept(this);
        } catch (RuntimeException unwritable) {
            reply.completeExceptionally(unwritable);
        }
    }

    /** Only after {@link #askHere} sent it elsewhere. */
    ForwardedRequest written() {
        return written;
    }

    /** Takes what the owner said. When that is not the last word, it must be asked again. */
    void settle(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _, Outcome.Refused _, Outcome.State _ -> answer(outcome);
            case Outcome.NotNow(Unavailable.Reason reason, String detail) -> notNow(new Unavailable(reason, detail));
            case Outcome.NotUnderstood() -> notUnderstood();
            case Outcome.Failed(String id) ->
                reply.completeExceptionally(
                        new IllegalStateException("The owner failed; look for " + id + " in its log"));
        }
    }

    private void answer(Outcome outcome) {
        try {
            reply.complete(decode.apply(outcome));
        } catch (IllegalArgumentException ofAnotherVersion) {
            notUnderstood();
        }
    }

    /** During a rolling upgrade: sooner or later the partition is with somebody of our version. */
    private void notUnderstood() {
        last = new Unavailable(Unavailable.Reason.MOVED, "The owner runs another version; try again.");
    }

    /** Remembers why, or fails when waiting does not help. */
    void notNow(Unavailable why) {
        last = why;
        if (!mayPass(why)) {
            reply.completeExceptionally(why);
        }
    }

    void timeIsOver() {
        reply.completeExceptionally(last);
    }

    /** An overload is the caller's to know at once: waiting here would only add to it. */
    private static boolean mayPass(Unavailable why) {
        return switch (why.reason()) {
            case MOVED, RECOVERING -> true;
            case OVERLOADED -> false;
        };
    }
}
