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

    private final Supplier<CompletionStage<T>> local;
    private final Supplier<ForwardedRequest> encode;
    private final Function<Outcome, T> decode;
    private final Consumer<RoutedRequest<?>> forwarder;
    private final long deadline;
    private final CompletableFuture<T> reply = new CompletableFuture<>();
    private volatile Unavailable lastFailure;
    private volatile RawJson forwarded;

    /**
     * @param local asks this instance's own runtime
     * @param encode writes it for another instance; called only when it must go there
     * @param decode reads the owner's outcome; throws {@link IllegalArgumentException} when it is of another version
     * @param forwarder takes it when this instance does not own it or is not ready
     * @param deadline in {@link System#nanoTime}
     * @param timeout what to fail with when the time is over and nobody has answered at all
     */
    RoutedRequest(
            Supplier<CompletionStage<T>> local,
            Supplier<ForwardedRequest> encode,
            Function<Outcome, T> decode,
            Consumer<RoutedRequest<?>> forwarder,
            long deadline,
            Unavailable timeout) {
        this.local = local;
        this.encode = encode;
        this.decode = decode;
        this.forwarder = forwarder;
        this.deadline = deadline;
        this.lastFailure = timeout;
    }

    CompletableFuture<T> reply() {
        return reply;
    }

    boolean isDone() {
        return reply.isDone();
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /** Submits it to this instance's own runtime, and forwards it when that is not the owner or is not ready. */
    void tryLocally() {
        // Not whenComplete: its own stage would fail, too, and wrap what is no bug in an exception with a stack.
        local.get().handle((value, failure) -> {
            triedLocally(value, failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            return null;
        });
    }

    private void triedLocally(T value, Throwable why) {
        if (why == null) {
            reply.complete(value);
        } else if (why instanceof Unavailable unavailable && isTransient(unavailable)) {
            lastFailure = unavailable;
            forward();
        } else {
            reply.completeExceptionally(why);
        }
    }

    private void forward() {
        try {
            if (forwarded == null) {
                forwarded = Protocol.write(encode.get());
            }
            forwarder.accept(this);
        } catch (RuntimeException unwritable) {
            reply.completeExceptionally(unwritable);
        }
    }

    /** As it goes over the wire. Set once {@link #tryLocally} has forwarded it. */
    RawJson forwarded() {
        return forwarded;
    }

    /** Completes it with the owner's outcome; stays open when that was not final, and must be asked again. */
    void complete(Outcome outcome) {
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
        lastFailure = new Unavailable(Unavailable.Reason.MOVED, "The owner runs another version; try again.");
    }

    /** Remembers why, or fails when waiting does not help. */
    void notNow(Unavailable why) {
        lastFailure = why;
        if (!isTransient(why)) {
            reply.completeExceptionally(why);
        }
    }

    void timeOut() {
        reply.completeExceptionally(lastFailure);
    }

    /** An overload is the caller's to know at once: waiting here would only add to it. Without the broker nobody is found. */
    private static boolean isTransient(Unavailable why) {
        return switch (why.reason()) {
            case MOVED, RECOVERING -> true;
            case OVERLOADED, BROKER_AWAY, CLOCK_AHEAD, IDEMPOTENCY_KEYS_USED_UP -> false;
        };
    }
}
