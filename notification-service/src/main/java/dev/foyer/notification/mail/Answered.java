package dev.foyer.notification.mail;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Waits for what the kit answers. */
final class Answered {

    private Answered() {}

    /**
     * Without a limit: the kit answers, or says that it cannot. Giving up here could mean doing it twice.
     *
     * @throws RuntimeException what the stage failed with
     */
    static <T> T of(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
