package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.HeapRoom;
import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Gauges of each partition, registered once: they ask whoever owns it here at the moment, and tell nothing (not a number)
 * while nobody does.
 */
final class OwnerGauges {

    /** Those of {@link OwnerState}. */
    private static final List<String> STATES = List.of("loading", "serving", "recovering", "stopped", "broken");

    private OwnerGauges() {}

    static void register(RuntimeSettings settings, Set<String> types, Map<Integer, PartitionOwner> owners) {
        for (int number = 0; number < settings.partitions(); number++) {
            gauge(
                    settings,
                    owners,
                    number,
                    "foyer.commands.waiting",
                    "Commands that wait for their owner",
                    PartitionOwner::queued);
            gauge(
                    settings,
                    owners,
                    number,
                    "foyer.partition.aggregates",
                    "Aggregates in memory",
                    PartitionOwner::aggregates);
            gauge(
                    settings,
                    owners,
                    number,
                    "foyer.snapshot.age.seconds",
                    "Since the snapshots of the partition were last complete; nothing before the first ones",
                    PartitionOwner::snapshotAgeSeconds);
        }
        for (String type : types) {
            Gauge.builder(
                            "foyer.aggregates",
                            () -> owners.values().stream()
                                    .mapToInt(owner -> owner.aggregates(type))
                                    .sum())
                    .description(
                            "Aggregates of this type in memory, of all owned partitions: what is over is not among them")
                    .tag("type", type)
                    .register(settings.metrics());
        }
        Gauge.builder("foyer.partitions", settings::partitions)
                .description("Partitions of the journal, whoever owns them")
                .register(settings.metrics());
        for (String state : STATES) {
            Gauge.builder(
                            "foyer.partitions.owned",
                            () -> owners.values().stream()
                                    .filter(owner -> owner.state().name().equalsIgnoreCase(state))
                                    .count())
                    .description("Partitions that this instance owns, by what their owner is doing")
                    .tag("state", state)
                    .register(settings.metrics());
        }
        PartitionMetrics.registerOwnership(settings);
        HeapRoom heap = HeapRoom.ofThisJvm();
        Gauge.builder("foyer.aggregate.bytes", () -> heap.survived() / aggregates(owners))
                .description("Of the heap, per aggregate of all owned partitions, after the last full collection")
                .baseUnit("bytes")
                .register(settings.metrics());
    }

    /** Not a number while there are none. */
    private static double aggregates(Map<Integer, PartitionOwner> owners) {
        int all = owners.values().stream().mapToInt(PartitionOwner::aggregates).sum();
        return all == 0 ? Double.NaN : all;
    }

    private static void gauge(
            RuntimeSettings settings,
            Map<Integer, PartitionOwner> owners,
            int number,
            String name,
            String description,
            ToDoubleFunction<PartitionOwner> value) {
        Gauge.builder(name, () -> {
                    PartitionOwner owner = owners.get(number);
                    return owner == null ? Double.NaN : value.applyAsDouble(owner);
                })
                .description(description)
                .tag("partition", Integer.toString(number))
                .register(settings.metrics());
    }
}
