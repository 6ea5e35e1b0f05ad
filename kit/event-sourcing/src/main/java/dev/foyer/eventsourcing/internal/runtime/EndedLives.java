package dev.foyer.eventsourcing.internal.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * What is left of aggregates that are over: until their snapshots are gone too, the last sequence of each. Confined to
 * whoever folds the state.
 */
final class EndedLives {

    private Map<String, Long> lasts = new HashMap<>();
    /** Of those whose snapshot says that they are over: what is read of them again is old. */
    private final Map<String, Long> tombs = new HashMap<>();

    /** The largest with which any has ended. Only grows, also when a commit is taken back: a new life may skip numbers. */
    private long lastEnd;

    /** A life has ended with this event. */
    void ended(String key, long last) {
        lasts.put(key, last);
        endedBy(last);
    }

    /** The largest sequence with which any life in this partition has ended; 0: none has. */
    long lastEnd() {
        return lastEnd;
    }

    /** Lives have ended up to this sequence, of which nothing else is known any more. */
    void endedBy(long last) {
        lastEnd = Math.max(lastEnd, last);
    }

    /** @param last as its latest snapshot says it; 0 when that says that it lives, or is none */
    void loaded(String key, long last) {
        if (last > 0) {
            tombs.put(key, last);
            ended(key, last);
        } else {
            tombs.remove(key);
            lasts.remove(key);
        }
    }

    /** Whether an event of an aggregate that nobody knows is of a life whose end was loaded. */
    boolean isOld(String key, long sequence) {
        return sequence <= tombs.getOrDefault(key, 0L);
    }

    /** All of the journal is read that snapshots may hold already. */
    void forgetLoaded() {
        tombs.clear();
    }

    void clear() {
        lasts = new HashMap<>();
        tombs.clear();
        lastEnd = 0;
    }

    /** Hands out all, and begins to collect anew: their snapshots are to go. */
    Map<String, Long> take() {
        Map<String, Long> taken = lasts;
        lasts = new HashMap<>();
        return taken;
    }

    /** Their snapshots are still there. */
    void giveBack(Map<String, Long> taken) {
        taken.forEach(lasts::putIfAbsent);
    }

    /** The last sequence of what has ended and was not handed out yet; or {@code null}. */
    Long lastOf(String key) {
        return lasts.get(key);
    }

    /** How many snapshots are to go. */
    int count() {
        return lasts.size();
    }
}
