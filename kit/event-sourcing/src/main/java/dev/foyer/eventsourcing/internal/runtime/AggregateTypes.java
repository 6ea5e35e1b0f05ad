package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import java.util.List;
import java.util.Map;

/** The kinds of aggregates of one journal, each with a number of its own from 0. Immutable. */
final class AggregateTypes {

    private final List<AggregateType<?, ?, ?, ?, ?, ?>> all;

    AggregateTypes(Map<String, AggregateType<?, ?, ?, ?, ?, ?>> byName) {
        this.all = List.copyOf(byName.values());
    }

    AggregateType<?, ?, ?, ?, ?, ?> of(String key) {
        return all.get(numberOf(key));
    }

    /** @throws IllegalArgumentException for a key of none of them */
    int numberOf(String key) {
        for (int number = 0; number < all.size(); number++) {
            if (all.get(number).isOfKey(key)) {
                return number;
            }
        }
        throw new IllegalArgumentException("No aggregate type for the key " + key);
    }

    List<AggregateType<?, ?, ?, ?, ?, ?>> all() {
        return all;
    }
}
