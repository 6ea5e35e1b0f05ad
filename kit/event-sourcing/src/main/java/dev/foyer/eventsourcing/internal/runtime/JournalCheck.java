package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a check of one partition's log found.
 *
 * @param events offset up to which the journal was folded
 * @param mark offset at which the snapshots stand; 0 when there are none, and the check compares the journal with
 *     itself
 * @param differing keys of aggregates that snapshots and journal tell differently; empty when all is well
 */
public record JournalCheck(int partition, int aggregates, long events, long mark, List<String> differing) {

    static List<JournalCheck> of(RuntimeSettings settings, Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types) {
        return IntStream.range(0, settings.partitions())
                .mapToObj(number -> of(new Partition(settings, number, types)))
                .toList();
    }

    private static JournalCheck of(Partition partition) {
        PartitionState rebuilt = partition.empty();
        PartitionState recovered = partition.load(() -> false);
        long mark = recovered.position();
        long end;
        try (JournalReader reader = new JournalReader(partition, "verify")) {
            reader.readTo(reader.end(), rebuilt, () -> false);
            // A snapshot may be visible a moment before the events of its own transaction; by now they are, too.
            end = reader.end();
            reader.readTo(end, rebuilt, () -> false);
            reader.readTo(end, recovered, () -> false);
        }
        List<String> differing = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(rebuilt.keys());
        keys.addAll(recovered.keys());
        for (String key : keys) {
            if (!same(rebuilt.typeOf(key), rebuilt.get(key), recovered.get(key))) {
                differing.add(key);
            }
        }
        return new JournalCheck(partition.number(), keys.size(), end, mark, differing);
    }

    /** By what would be written of them, or, as maps have no order, by what they are. */
    private static <S> boolean same(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<?> one, Aggregate<?> other) {
        return one != null
                && other != null
                && one.sequence() == other.sequence()
                && (Arrays.equals(written(type, one), written(type, other))
                        || one.state().equals(other.state()));
    }

    @SuppressWarnings("unchecked") // the key's prefix is the type
    private static <S> byte[] written(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<?> aggregate) {
        return SnapshotRecord.write(type, (Aggregate<S>) aggregate, "");
    }
}
