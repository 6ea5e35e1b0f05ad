package dev.foyer.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchPaceTest {

    private static final BatchPace HOURLY = new BatchPace(Duration.ofHours(1));
    private static final BatchPace AT_ONCE = new BatchPace(Duration.ZERO);

    @Test
    void whatComesAloneBeginsAtOnceAndTheNextWaits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> next = HOURLY.begin(() -> {
                    begun.countDown();
                    return CompletableFuture.completedStage(null);
                })
                .toCompletableFuture();
        assertEquals(true, begun.await(10, TimeUnit.SECONDS));
        assertFalse(next.isDone());
    }

    @Test
    void theNextWaitsForTheBatchToo() {
        CompletableFuture<Void> batch = new CompletableFuture<>();
        CompletableFuture<Void> next = AT_ONCE.begin(() -> batch).toCompletableFuture();
        assertFalse(next.isDone());
        batch.complete(null);
        next.join();
    }

    @Test
    void whatABatchThrowsIsNotSwallowed() {
        CompletableFuture<Void> next = AT_ONCE.begin(() -> {
                    throw new IllegalStateException("no");
                })
                .toCompletableFuture();
        CompletionException failure = assertThrows(CompletionException.class, next::join);
        assertEquals(IllegalStateException.class, failure.getCause().getClass());
    }
}
