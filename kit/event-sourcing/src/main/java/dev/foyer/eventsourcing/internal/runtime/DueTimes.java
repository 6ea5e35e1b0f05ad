package dev.foyer.eventsourcing.internal.runtime;

import java.util.Comparator;
import java.util.TreeSet;

/** The aggregates with a timer, soonest first. A function of the states; confined to whoever folds them. */
final class DueTimes {

    private record Due(long millis, String key) {}

    private final TreeSet<Due> soonestFirst =
            new TreeSet<>(Comparator.comparingLong(Due::millis).thenComparing(Due::key));

    /** An aggregate's entry was replaced; {@code null} for none. */
    void changed(String key, StateEntry before, StateEntry after) {
        if (before != null && before.due() != StateEntry.NEVER) {
            soonestFirst.remove(new Due(before.due(), key));
        }
        if (after != null && after.due() != StateEntry.NEVER) {
            soonestFirst.add(new Due(after.due(), key));
        }
    }

    /** Milliseconds since the epoch, or {@link StateEntry#NEVER}. */
    long next() {
        return soonestFirst.isEmpty() ? StateEntry.NEVER : soonestFirst.first().millis();
    }

    /** Takes the key that was due first, or {@code null} when nothing is due by then. It is due again when it changes. */
    String poll(long now) {
        return next() <= now ? soonestFirst.pollFirst().key() : null;
    }
}
