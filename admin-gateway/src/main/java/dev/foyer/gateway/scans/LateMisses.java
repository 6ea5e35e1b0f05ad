package dev.foyer.gateway.scans;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who guessed wrong is told so when the wait of the source is over. Only some at once: more would take the bridge's
 * connections from calls that have nothing to do with it. Thread-safe.
 */
final class LateMisses {

    /** Of one source and kind. */
    static final int AT_ONCE = 8;

    /** Nobody waits longer, whatever a record says. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    /**
     * Blocks (a virtual thread) until then, or not at all when enough wait.
     *
     * @param waits called before it blocks
     */
    void until(String key, Instant until, Runnable waits) {
        int now = waiting.merge(key, 1, Integer::sum);
        try {
            if (now <= AT_ONCE) {
                waits.run();
                Duration left = Duration.between(Instant.now(), until);
                Thread.sleep(left.compareTo(LONGEST) < 0 ? left : LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }
}
