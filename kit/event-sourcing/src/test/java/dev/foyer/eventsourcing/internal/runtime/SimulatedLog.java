package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Position;
import dev.foyer.eventsourcing.AggregateType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What Kafka promises about one partition, without Kafka: fenced openings, all-or-nothing commits, honest doubts. */
final class SimulatedLog {

    /** What becomes of the next commit. */
    enum Fate {
        WRITTEN,
        /** Written, but the answer is lost. */
        WRITTEN_UNKNOWN,
        /** Not written, and the answer is lost as well. */
        LOST_UNKNOWN
    }

    final List<ConsumerRecord<byte[], byte[]>> journal = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> snapshots = new ArrayList<>();
    private Fate fate = Fate.WRITTEN;
    private Held holder;

    void next(Fate next) {
        fate = next;
    }

    /** Opens this log; and tells whether it is still held by who opened it here last. */
    final class Handle implements PartitionLog.Opener {
        private Held mine;

        @Override
        public PartitionLog open() {
            mine = new Held();
            holder = mine;
            return mine;
        }

        boolean holds() {
            return mine != null && holder == mine;
        }
    }

    /** A state as a new owner loads it. */
    PartitionState load(Partition partition) {
        PartitionState state = partition.empty();
        SnapshotLoad load = new SnapshotLoad(partition, state);
        snapshots.forEach(
                record -> load.add(Tally.SNAPSHOTS, new String(record.key(), UTF_8), record.headers(), record.value()));
        load.complete();
        return state;
    }

    /** The ids of those of which there is a snapshot, when the topic has been compacted. */
    Set<String> snapshotsOf(AggregateType<?, ?, ?, ?, ?, ?> type) {
        Set<String> ids = new HashSet<>();
        for (ProducerRecord<byte[], byte[]> record : snapshots) {
            String key = new String(record.key(), UTF_8);
            if (type.isOfKey(key) && record.value() == null) {
                ids.remove(type.idOf(key));
            } else if (type.isOfKey(key)) {
                ids.add(type.idOf(key));
            }
        }
        return ids;
    }

    List<ProducerRecord<byte[], byte[]>> snapshots() {
        return List.copyOf(snapshots);
    }

    /** Folds what the state does not hold yet. */
    void replay(PartitionState state) {
        journal.subList((int) state.position(), journal.size()).forEach(state::replay);
    }

    private final class Held implements PartitionLog {

        @Override
        public void replay(PartitionState state, BooleanSupplier stop) {
            SimulatedLog.this.replay(state);
        }

        @Override
        public IntFunction<Position> commit(List<ProducerRecord<byte[], byte[]>> records) {
            if (holder != this) {
                throw new ProducerFencedException("somebody else opened the log");
            }
            Fate now = fate;
            fate = Fate.WRITTEN;
            if (now == Fate.LOST_UNKNOWN) {
                throw new TimeoutException("no answer");
            }
            List<Position> positions = new ArrayList<>();
            records.forEach(record -> positions.add(write(record)));
            if (now == Fate.WRITTEN_UNKNOWN) {
                throw new TimeoutException("no answer");
            }
            return positions::get;
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }

    private Position write(ProducerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Tally.SNAPSHOTS)) {
            snapshots.add(record);
        }
        if (!record.topic().equals(Tally.JOURNAL)) {
            return new Position(record.topic(), 0, 0);
        }
        journal.add(new ConsumerRecord<>(
                Tally.JOURNAL,
                0,
                journal.size(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty()));
        return new Position(Tally.JOURNAL, 0, journal.size() - 1L);
    }
}
