package dev.foyer.proof.checker;

import java.util.TreeMap;

/**
 * How far an account must have been at a moment, because somebody had been told so by then, and how far it can have been
 * at most, because nobody had asked for more yet.
 */
final class PointBounds {

    private final TreeMap<Long, Integer> lowestSince = new TreeMap<>();
    private final TreeMap<Long, Integer> highestUntil = new TreeMap<>();

    /** Somebody was told of this point then. */
    void reached(long nanos, int point) {
        Integer before = lowestSince.floorKey(nanos) == null
                ? null
                : lowestSince.floorEntry(nanos).getValue();
        if (before != null && before >= point) {
            return;
        }
        lowestSince.tailMap(nanos, true).values().removeIf(later -> later <= point);
        lowestSince.put(nanos, point);
    }

    /** The entry that leads to this point was first asked for then. */
    void firstAsked(long nanos, int point) {
        var later = highestUntil.ceilingEntry(nanos);
        if (later != null && later.getValue() <= point) {
            return;
        }
        highestUntil.headMap(nanos, true).values().removeIf(other -> other >= point);
        highestUntil.put(nanos, point);
    }

    /** The lowest point at which the account can have stood then. */
    int lowest(long nanos) {
        var before = lowestSince.lowerEntry(nanos);
        return before == null ? 0 : before.getValue();
    }

    /** The highest point at which the account can have stood then. */
    int highest(long nanos, int last) {
        var after = highestUntil.higherEntry(nanos);
        return after == null ? last : Math.min(last, after.getValue() - 1);
    }
}
