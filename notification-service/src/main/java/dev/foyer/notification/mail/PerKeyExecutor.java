package dev.foyer.notification.mail;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs one task for keys: never twice at the same time for the same key, and always once more when it was requested
 * meanwhile. However often it is requested, a key is queued once at most. Thread-safe.
 */
final class PerKeyExecutor {

    /** Of each key that is queued or running: how often that was requested. */
    private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();

    private final Executor executor;
    private final Consumer<String> task;

    /** @param task must not throw; runs in the executor */
    PerKeyExecutor(Executor executor, Consumer<String> task) {
        this.executor = executor;
        this.task = task;
    }

    /** Requests a run for this key; returns at once. */
    void request(String key) {
        if (requests.merge(key, 1, Integer::sum) == 1) {
            enqueue(key);
        }
    }

    private void enqueue(String key) {
        try {
            executor.execute(() -> run(key));
        } catch (RejectedExecutionException stopping) {
            requests.remove(key);
        }
    }

    private void run(String key) {
        int seen = requests.get(key);
        task.accept(key);
        // Requested again since the run began: it may have missed what that request was about.
        boolean again = requests.computeIfPresent(key, (same, requested) -> requested == seen ? null : 1) != null;
        if (again) {
            enqueue(key);
        }
    }
}
