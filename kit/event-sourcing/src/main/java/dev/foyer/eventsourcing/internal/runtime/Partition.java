package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.AggregateType;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One partition of a journal, and what everybody who works on it needs to know. Immutable. */
record Partition(RuntimeSettings settings, int number, Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types) {

    /** A state that holds nothing: the whole journal is still to be folded. */
    PartitionState empty() {
        return new PartitionState(types, settings.stored().format());
    }

    /** A state as the snapshots have it; empty without them, and when {@code stop} says so. */
    PartitionState load(BooleanSupplier stop) {
        PartitionState state = empty();
        settings.snapshots().ifPresent(from -> new SnapshotReader(this, from).load(state, stop));
        return state;
    }

    PartitionWriter writer(PartitionState state, BooleanSupplier lease, PartitionMetrics metrics) {
        return new PartitionWriter(this, () -> KafkaPartitionLog.open(this), lease, state, metrics);
    }

    /** Whether anybody wants to hear what an owner recovers. */
    boolean hasRecoveryListeners() {
        return types.values().stream().anyMatch(type -> type.commitListener().wantsRecovery());
    }

    String thread(String task) {
        return settings.service() + "-" + task + "-" + number;
    }

    Unavailable moved() {
        return new Unavailable(
                Unavailable.Reason.MOVED, "Partition " + number + " is not owned by this instance; try again.");
    }

    Unavailable loading() {
        return new Unavailable(Unavailable.Reason.RECOVERING, "Partition " + number + " is being read; try again.");
    }

    Unavailable overloaded() {
        return new Unavailable(
                Unavailable.Reason.OVERLOADED, "Too many commands wait for partition " + number + "; try again.");
    }

    Unavailable clockAhead() {
        return new Unavailable(
                Unavailable.Reason.CLOCK_AHEAD,
                "The broker takes nothing from " + settings.service() + ", whose clock is far ahead of the broker's;"
                        + " an operator must set it.");
    }

    /** As Kafka's own tools name it. */
    @Override
    public String toString() {
        return settings.journal() + "-" + number;
    }
}
