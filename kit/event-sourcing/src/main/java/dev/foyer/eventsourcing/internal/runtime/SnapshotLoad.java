package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.internal.runtime.SnapshotRecord.Mark;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Serialized;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/** Puts the records of a snapshots topic into an empty state, in their order. */
final class SnapshotLoad {

    private final PartitionState state;
    /** Under which the snapshots must have been taken to be of use. */
    private final String format;

    private final FormatGuard formats;
    /** Whose latest snapshot was taken under another format, as in the middle of an upgrade or on the way back from it. */
    private final Set<String> foreign = new HashSet<>();

    private Mark mark;

    /** @param state of that partition, empty */
    SnapshotLoad(Partition partition, PartitionState state) {
        this.state = state;
        this.format = SnapshotRecord.format(partition.types());
        this.formats = new FormatGuard(partition.settings().stored().format());
    }

    /** @throws NewerFormat when a later version has written it */
    void add(String topic, String key, Headers headers, byte[] value) {
        formats.check(headers, topic);
        if (key.equals(SnapshotRecord.MARK_KEY)) {
            mark = Mark.read(value);
            return;
        }
        if (value == null) { // it is over
            state.unload(key);
            foreign.remove(key);
            return;
        }
        Serialized serialized = SnapshotRecord.serialized(value);
        state.load(key, serialized);
        if (SnapshotRecord.isOf(format, serialized)) {
            foreign.remove(key);
        } else {
            foreign.add(key);
        }
    }

    /**
     * After the last record: lets the state stand at the mark, or empties it. Without a mark of our format, or with any
     * aggregate of another one, only the journal can tell.
     *
     * @return false when there are snapshots, but of another format
     */
    boolean complete() {
        if (mark != null && mark.format().equals(format) && foreign.isEmpty()) {
            state.position(mark.journalOffset());
            state.unsaved().savedAt(mark.writtenAtMillis());
            state.ended().endedBy(mark.lastEnd());
            return true;
        }
        state.clear();
        return mark == null && foreign.isEmpty();
    }
}
