package dev.foyer.pin.inbound;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests that had nothing to change when they came. The journal has no trace of them, so if their sender sends them
 * again, after a later request changed things, they would undo it. Remembered in this process only, and only the last
 * ones: what a restart forgets, senders rarely repeat. Thread-safe.
 */
final class RecentNoOps {

    private static final int REMEMBERED = 20_000;

    private final Map<String, Boolean> requests = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized boolean contains(String request) {
        return requests.containsKey(request);
    }

    synchronized void add(String request) {
        requests.put(request, true);
    }
}
