package dev.foyer.testing;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for what must happen: longer than the slowest machine needs, because only a true failure may
 * end the wait. What a test proves never depends on it.
 */
public final class Patience {

    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private Patience() {}

    /** Fails by its condition only: a thread that ends elsewhere, as some tests let it, is no business of who waits here. */
    public static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    /** The answer, whenever it comes. */
    public static <T> T answer(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException, TimeoutException {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
