package dev.foyer.notification.mail;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Looks after keys: never twice at the same time after the same key, and always once more when it was asked for
 * meanwhile. However often somebody asks, a key waits at most once. Thread-safe.
 */
final class PerKeyExecutor {

    private final ConcurrentMap<String, Integer> wishes = new ConcurrentHashMap<>();
    private final Executor executor;
    private final Consumer<String> look;

    /** @param look must not throw; runs in the executor */
    PerKeyExecutor(Executor executor, Consumer<String> look) {
        this.executor = executor;
        this.look = look;
    }

    /** Asks for a look at this key; returns at once. */
    void ask(String key) {
        if (wishes.merge(key, 1, Integer::sum) == 1) {
            start(key);
        }
    }

    private void start(String key) {
        try {
            executor.execute(() -> turn(key));
        } catch (RejectedExecutionException stopping) {
            wishes.remove(key);
        }
    }

    private void turn(String key) {
        int seen = wishes.get(key);
        look.accept(key);
        // Asked again since the look began: it may have missed what the asker meant.
        boolean again = wishes.computeIfPresent(key, (same, wished) -> wished == seen ? null : 1) != null;
        if (again) {
            start(key);
        }
    }
}
