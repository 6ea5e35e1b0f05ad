package dev.foyer.proof.checker;

import java.util.TreeMap;

/**
 * How far an account must have been at a moment, because somebody had been told so by then, and how far it can have been
 * at most, because nobody had asked for more yet.
 */
final class Moments {

    private final TreeMap<Long, Integer> reached = new TreeMap<>();
    private final TreeMap<Long, Integer> notYet = new TreeMap<>();

    /** Somebody was told of this point then. */
    void told(long nanos, int point) {
        Integer before = reached.floorKey(nanos) == null
                ? null
                : reached.floorEntry(nanos).getValue();
        if (before != null && before >= point) {
            return;
        }
        reached.tailMap(nanos, true).values().removeIf(later -> later <= point);
        reached.put(nanos, point);
    }

    /** The entry that leads to this point was first asked for then. */
    void firstAsked(long nanos, int point) {
        var later = notYet.ceilingEntry(nanos);
        if (later != null && later.getValue() <= point) {
            return;
        }
        notYet.headMap(nanos, true).values().removeIf(other -> other >= point);
        notYet.put(nanos, point);
    }

    /** The lowest point at which the account can have stood then. */
    int lowest(long nanos) {
        var before = reached.lowerEntry(nanos);
        return before == null ? 0 : before.getValue();
    }

    /** The highest point at which the account can have stood then. */
    int highest(long nanos, int last) {
        var after = notYet.higherEntry(nanos);
        return after == null ? last : Math.min(last, after.getValue() - 1);
    }
}
