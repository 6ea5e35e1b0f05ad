package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.eventsourcing.internal.runtime.SnapshotRecord.Mark;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Takes snapshots a slice at a time, in the transactions of the commands or in the pauses between them. A round writes
 * every aggregate that changed since the last one, and with its last slice the {@link Mark}: the journal position at
 * which the round began. Aggregates that change meanwhile are written as they are then; their sequence tells a recovery
 * which events they hold, also when all that is left of one is its end. Of what was over before the round began the snapshots
 * go in the very transaction of the mark: with the mark before it their events are read once more, and need them. Confined to
 * the owner's thread.
 */
final class SnapshotWriter {

    private static final int SLICE_AGGREGATES = 256;
    private static final int SLICE_BYTES = 256 * 1024;
    /** A record that every broker takes; an aggregate beyond it keeps the mark, and thereby the journal, where it was. */
    private static final int LARGEST = 900_000;
    /** Snapshots take at most one part in so many of the owner's time. */
    private static final int PACE = 10;
    /** They go in one transaction. */
    private static final int MOST_OVER = 10_000;

    private final Snapshots snapshots;
    private final int partition;
    private final String format;
    private final byte[] stored;
    private final Clock clock;

    /** Keys that the running round has still to write; {@code null} between rounds. */
    private Deque<String> left;

    /** Whose snapshots go with the mark. */
    private Map<String, Long> over = Map.of();

    /** Whether all of the round is in what {@link #next} gave: nothing to write in it is no reason to wait for nothing. */
    private boolean complete;

    private long roundBeganAt;
    private long lastRoundMillis;
    private long resumeNanos = System.nanoTime();
    private final List<String> slice = new ArrayList<>();
    private final List<String> tooLarge = new ArrayList<>();

    SnapshotWriter(Snapshots snapshots, Partition partition) {
        this.snapshots = snapshots;
        this.partition = partition.number();
        this.format = SnapshotRecord.format(partition.types());
        this.stored = partition.settings().stored().format().stored();
        this.clock = partition.settings().clock();
        this.lastRoundMillis = clock.millis();
    }

    /** Begins a round when one is due; between two transactions, so that its mark lies behind all that it will write. */
    void beginIfDue(PartitionState state) {
        if (left == null && due(state)) {
            roundBeganAt = state.position();
            left = new ArrayDeque<>(state.unsaved().take());
            over = state.ended().take();
        }
    }

    /** What the next transaction should carry; nothing between two rounds or when the pace says to wait. */
    List<ProducerRecord<byte[], byte[]>> next(PartitionState state) {
        long began = System.nanoTime();
        if (left == null || began < resumeNanos) {
            return List.of();
        }
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        int bytes = 0;
        while (!left.isEmpty() && slice.size() < SLICE_AGGREGATES && bytes < SLICE_BYTES) {
            String key = left.poll();
            Aggregate<?> aggregate = unsaved(state, key);
            if (aggregate != null) {
                byte[] written = write(state.typeOf(key), aggregate);
                if (written.length > LARGEST) {
                    tooLarge.add(key);
                } else {
                    records.add(record(key, written));
                    bytes += written.length;
                    slice.add(key);
                }
            }
        }
        complete = left.isEmpty();
        if (complete && tooLarge.isEmpty()) {
            for (String key : over.keySet()) {
                // Otherwise it lives again, or another life of it has ended since, and that end is behind the mark.
                if (state.entry(key) == null && state.ended().lastOf(key) == null) {
                    records.add(record(key, null));
                }
            }
            records.add(record(
                    SnapshotRecord.MARK_KEY,
                    new Mark(roundBeganAt, clock.millis(), state.ended().lastEnd(), format).write()));
        }
        resumeNanos = System.nanoTime() + PACE * (System.nanoTime() - began);
        return records;
    }

    /** What its snapshot must say; {@code null} when it says so already, or nobody reads of it again. */
    private static Aggregate<?> unsaved(PartitionState state, String key) {
        Long end = state.ended().lastOf(key);
        return switch (state.entry(key)) {
            case null -> end == null ? null : Aggregate.over(state.typeOf(key), end);
            case Aggregate<?> aggregate when !aggregate.saved() -> aggregate;
            case StateEntry saved -> null;
        };
    }

    /** Milliseconds until {@link #next} may have something; for a thread that would wait for commands. */
    long waitMillis(PartitionState state) {
        if (left == null && !due(state)) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, (resumeNanos - System.nanoTime()) / 1_000_000);
    }

    /** What {@link #next} gave is durable. */
    void committed(PartitionState state) {
        slice.forEach(state::saved);
        slice.clear();
        if (complete) {
            lastRoundMillis = clock.millis();
            if (tooLarge.isEmpty()) {
                state.unsaved().savedAt(lastRoundMillis);
                over = Map.of();
            }
            endRound(state);
        }
    }

    /** What {@link #next} gave may not be durable: the round is given up, and begins anew when the state is certain. */
    void failed(PartitionState state) {
        state.unsaved().giveBack(slice);
        slice.clear();
        if (left != null) {
            endRound(state);
        }
    }

    private void endRound(PartitionState state) {
        state.unsaved().giveBack(left);
        state.unsaved().giveBack(tooLarge);
        state.ended().giveBack(over);
        over = Map.of();
        tooLarge.clear();
        left = null;
        complete = false;
    }

    private boolean due(PartitionState state) {
        return state.unsaved().changes() >= snapshots.everyEvents()
                || state.ended().count() >= MOST_OVER
                || state.unsaved().changes() > 0
                        // A clock that was set back must not put the round off.
                        && Math.abs(clock.millis() - lastRoundMillis)
                                >= snapshots.interval().toMillis();
    }

    private ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
        var written = new ProducerRecord<>(snapshots.topic(), partition, key.getBytes(UTF_8), value);
        written.headers().add(JournalHeader.FORMAT.text, stored);
        return written;
    }

    @SuppressWarnings("unchecked") // the key's prefix is the type
    private <S> byte[] write(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<?> aggregate) {
        return SnapshotRecord.write(type, (Aggregate<S>) aggregate, format);
    }
}
