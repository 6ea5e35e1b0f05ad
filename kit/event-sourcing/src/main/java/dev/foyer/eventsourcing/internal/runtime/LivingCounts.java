package dev.foyer.eventsourcing.internal.runtime;

import java.util.HashMap;
import java.util.Map;

/** How many aggregates of each type are in a partition's memory. Confined to whoever changes that. */
final class LivingCounts {

    private final AggregateTypes types;
    /** By the number of the type. */
    private final int[] counts;

    LivingCounts(AggregateTypes types) {
        this.types = types;
        this.counts = new int[types.all().size()];
    }

    /** {@code null}: there is none. */
    void changed(String key, StateEntry before, StateEntry after) {
        if ((before == null) != (after == null)) {
            counts[types.numberOf(key)] += after == null ? -1 : 1;
        }
    }

    Map<String, Integer> byType() {
        Map<String, Integer> byType = new HashMap<>();
        for (int number = 0; number < counts.length; number++) {
            byType.put(types.all().get(number).name(), counts[number]);
        }
        return byType;
    }
}
