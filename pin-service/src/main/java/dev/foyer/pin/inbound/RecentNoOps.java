package dev.foyer.pin.inbound;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wishes that were fulfilled already when they came. The journal has no trace of them, so if their sender sends them
 * again, after a later wish changed things, they would undo it. Remembered in this process only, and only the last ones:
 * what a restart forgets, senders rarely repeat. Thread-safe.
 */
final class RecentNoOps {

    private static final int REMEMBERED = 20_000;

    private final Map<String, Boolean> wishes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean contains(String wish) {
        return wishes.containsKey(wish);
    }

    synchronized void add(String wish) {
        wishes.put(wish, true);
    }
}
