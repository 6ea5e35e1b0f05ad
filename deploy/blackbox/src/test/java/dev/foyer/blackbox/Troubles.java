package dev.foyer.blackbox;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a service counts that must not happen while versions work side by side: records of others that it could not use. */
final class Troubles {

    /** By metric: the outcomes that are troubles. What is passed over because it is of no interest is none. */
    private static final Map<String, Set<String>> COUNTED = Map.of(
            "foyer_inbound_records_total", Set.of("dead-letter"),
            "foyer_index_events_total", Set.of("unreadable"),
            // Each is one: there is no outcome.
            "foyer_table_skipped_total", Set.of(""));

    private Troubles() {}

    static List<String> in(Exposition metrics) {
        return metrics.samples().stream()
                .filter(sample -> sample.value() > 0)
                .filter(sample -> COUNTED.getOrDefault(sample.name(), Set.of())
                        .contains(sample.labels().getOrDefault("outcome", "")))
                .map(sample -> sample.name() + sample.labels() + " " + sample.value())
                .toList();
    }
}
