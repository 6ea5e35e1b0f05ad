package dev.foyer.base;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets what comes gather while much comes: a batch costs nearly the same for one record as for a hundred, a transaction of
 * the broker's most of all. The first batch begins at once, so what comes alone does not wait. Immutable, thread-safe.
 *
 * @param between the shortest time from the beginning of one batch to that of the next
 */
public record BatchPace(Duration between) {

    /** As often as nobody notices and as seldom as it saves much: a mail, a copy for others, a step of a process. */
    public static final BatchPace BACKGROUND = new BatchPace(Duration.ofMillis(50));

    /** For what somebody waits for, such as a caller whose PIN was right. */
    public static final BatchPace AT_ONCE = new BatchPace(Duration.ZERO);

    private static final Executor THREADS = Thread::startVirtualThread;

    /**
     * Begins a batch now, on a thread of its own.
     *
     * @param batch must not block for others; its stage is done when the next may be begun, as far as it is concerned
     * @return done, on a thread of its own, when the next may be begun; fails as the batch does
     */
    public CompletionStage<Void> begin(Supplier<CompletionStage<Void>> batch) {
        CompletableFuture<Void> time =
                new CompletableFuture<Void>().completeOnTimeout(null, between.toNanos(), TimeUnit.NANOSECONDS);
        return CompletableFuture.supplyAsync(batch, THREADS)
                .thenCompose(begun -> begun)
                .thenCombineAsync(time, (done, passed) -> done, THREADS);
    }
}
