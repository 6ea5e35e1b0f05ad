package dev.foyer.eventsourcing.internal.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the snapshots of a partition do not say yet. Confined to whoever folds the state. */
final class Unsaved {

    /** Keys that changed since their last snapshot; a key may stand twice. */
    private List<String> keys = new ArrayList<>();

    private long changes;
    private long savedAt;

    /** An aggregate has changed, whether it is to be written or not. */
    void changed() {
        changes++;
    }

    /** What its snapshot says, if there is one, is old. */
    void add(String key) {
        keys.add(key);
    }

    /** Events since the last snapshot round began: what a recovery would have to fold. */
    long changes() {
        return changes;
    }

    /** Hands out the keys that changed since their last snapshot and begins to collect anew. */
    List<String> take() {
        List<String> taken = keys;
        keys = new ArrayList<>();
        changes = 0;
        return taken;
    }

    /** Keys whose snapshots were not written after all. */
    void giveBack(Collection<String> taken) {
        keys.addAll(taken);
        changes += taken.size();
    }

    /** When all snapshots were last complete, in milliseconds since the epoch; 0 for never. */
    long savedAt() {
        return savedAt;
    }

    void savedAt(long millis) {
        savedAt = millis;
    }

    void clear() {
        take();
        savedAt = 0;
    }
}
