package dev.foyer.eventsourcing.internal.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What one owned partition counts and measures under {@code foyer.}. */
final class PartitionMetrics {

    private final MeterRegistry registry;
    private final Timer commits;
    private final DistributionSummary commands;
    private final Timer recoveries;
    /** The registry would look each of them up by all its tags, for each command. */
    private final Map<Decided, Counter> decided = new HashMap<>();

    private volatile long savedAt;
    private volatile Map<String, Integer> aggregates = Map.of();

    private record Decided(String type, String outcome, String refusal) {}

    PartitionMetrics(Partition partition) {
        this.registry = partition.settings().metrics();
        Tags tags = Tags.of("partition", Integer.toString(partition.number()));
        this.commits = Timer.builder("foyer.commit")
                .description("Time of one transaction")
                .publishPercentileHistogram()
                .tags(tags)
                .register(registry);
        this.commands = DistributionSummary.builder("foyer.commit.commands")
                .description("Commands in one transaction")
                .publishPercentileHistogram()
                .tags(tags)
                .register(registry);
        this.recoveries = Timer.builder("foyer.recovery")
                .description("From the assignment, or from a doubt, until commands are served")
                .tags(tags)
                .register(registry);
    }

    /** Counts a decided command: {@code outcome} is accepted, repeated, refused or failed. Owner's thread only. */
    void decided(String type, String outcome, String refusal) {
        decided.computeIfAbsent(
                        new Decided(type, outcome, refusal),
                        what -> Counter.builder("foyer.commands")
                                .description("Commands that were decided, by what became of them")
                                .tags("type", type, "outcome", outcome, "refusal", refusal)
                                .register(registry))
                .increment();
    }

    void committed(int batch, long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        commands.record(batch);
    }

    void recovered(long nanos) {
        recoveries.record(nanos, TimeUnit.NANOSECONDS);
    }

    void savedAt(long millis) {
        savedAt = millis;
    }

    void holds(PartitionState state) {
        this.aggregates = state.living();
    }

    /** That are in memory. */
    int aggregates() {
        return aggregates.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of this type. */
    int aggregates(String type) {
        return aggregates.getOrDefault(type, 0);
    }

    /** Counts a change of ownership: {@code gained}, {@code released} or {@code lost}. */
    static void ownership(RuntimeSettings settings, String change) {
        ownershipChanges(settings, change).increment();
    }

    /** All three are there from the start: a series that appears with its first count has no rate. */
    static void registerOwnership(RuntimeSettings settings) {
        List.of("gained", "released", "lost").forEach(change -> ownershipChanges(settings, change));
    }

    private static Counter ownershipChanges(RuntimeSettings settings, String change) {
        return Counter.builder("foyer.ownership.changes")
                .description("Partitions gained, released and lost")
                .tag("change", change)
                .register(settings.metrics());
    }

    /** When the snapshots were last complete, in milliseconds since the epoch; 0 for never. */
    long savedAt() {
        return savedAt;
    }
}
