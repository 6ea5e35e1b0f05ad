package dev.foyer.pin.process;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Lets so many be under way at a time; the others wait for their turn, in the order of their coming. Thread-safe, never blocks. */
final class Turns {

    /** Not the thread that ended the one before: it may be an owner's, and the next may end at once. */
    private static final Executor ASIDE = Thread::startVirtualThread;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    /** @param most at a time */
    Turns(int most) {
        free = most;
    }

    /** @param what is begun when its turn comes; it has to end some time */
    <T> CompletableFuture<T> take(Supplier<CompletionStage<T>> what) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable begin = () -> begin(what).whenComplete((value, failure) -> {
            done();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        if (mayBegin(begin)) {
            begin.run();
        }
        return result;
    }

    private static <T> CompletionStage<T> begin(Supplier<CompletionStage<T>> what) {
        try {
            return what.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private synchronized boolean mayBegin(Runnable begin) {
        if (free == 0) {
            waiting.add(begin);
            return false;
        }
        free--;
        return true;
    }

    private synchronized void done() {
        Runnable next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            ASIDE.execute(next);
        }
    }
}
