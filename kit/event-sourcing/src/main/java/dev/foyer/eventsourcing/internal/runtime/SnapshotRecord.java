package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Serialized;
import dev.foyer.eventsourcing.internal.runtime.StoredAnswer.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one aggregate lies in the snapshots topic: sequence and due time first, so that loading a million of them deserializes
 * nothing, then the remembered commands, then the state, packed when it is large. Beside the aggregates lies one {@link Mark}.
 */
final class SnapshotRecord {

    /** No aggregate has this key: those hold a colon. */
    static final String MARK_KEY = "mark";

    /** Of the layout below; raise it with any change. */
    private static final int LAYOUT = 5;

    private SnapshotRecord() {}

    /**
     * What the snapshots stand for: all of the journal before this offset.
     *
     * @param lastEnd the largest sequence with which any life has ended; see {@link EndedLives#lastEnd}
     * @param format of everything; snapshots under another one are ignored
     */
    record Mark(long journalOffset, long writtenAtMillis, long lastEnd, String format) {

        private static final int FORMAT_AT = 3 * Long.BYTES;

        byte[] write() {
            byte[] name = format.getBytes(UTF_8);
            return ByteBuffer.allocate(FORMAT_AT + name.length)
                    .putLong(journalOffset)
                    .putLong(writtenAtMillis)
                    .putLong(lastEnd)
                    .put(name)
                    .array();
        }

        static Mark read(byte[] bytes) {
            try {
                return new Mark(
                        ByteBuffer.wrap(bytes).getLong(0),
                        ByteBuffer.wrap(bytes).getLong(8),
                        ByteBuffer.wrap(bytes).getLong(16),
                        new String(bytes, FORMAT_AT, bytes.length - FORMAT_AT, UTF_8));
            } catch (RuntimeException e) {
                throw new BrokenSnapshot("mark");
            }
        }
    }

    /** Names the layout, and of each type its fingerprint and its generation. */
    static String format(Map<String, AggregateType<?, ?, ?, ?, ?, ?>> types) {
        StringBuilder format = new StringBuilder("layout " + LAYOUT);
        new TreeMap<>(types)
                .forEach((name, type) -> format.append(", ")
                        .append(name)
                        .append(' ')
                        .append(type.wire().states().fingerprint())
                        .append('.')
                        .append(type.wire().generation()));
        return format.toString();
    }

    /** @param format under which it is written, so that a reader of another one can tell */
    static <S> byte[] write(AggregateType<S, ?, ?, ?, ?, ?> type, Aggregate<S> aggregate, String format) {
        try (var bytes = new ByteArrayOutputStream();
                var out = new DataOutputStream(bytes)) {
            out.writeInt(format.hashCode());
            out.writeLong(aggregate.sequence());
            out.writeLong(aggregate.due());
            out.writeLong(aggregate.lastMillis());
            out.writeShort(aggregate.recent().answers().length);
            for (StoredAnswer answer : aggregate.recent().answers()) {
                out.writeUTF(answer.commandId());
                out.writeUTF(answer.type());
                out.writeByte(answer.kind().ordinal());
                out.writeLong(answer.at());
                out.writeInt(answer.bytes().length);
                out.write(answer.bytes());
            }
            byte[] state = type.wire().states().write(aggregate.state());
            boolean packed = PackedState.isWorthwhile(state);
            out.writeBoolean(packed);
            out.write(packed ? PackedState.pack(state) : state);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads sequence and due time; the rest stays bytes until somebody needs it. */
    static Serialized serialized(byte[] bytes) {
        try {
            ByteBuffer start = ByteBuffer.wrap(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
            return new Serialized(bytes, start.getLong(), start.getLong());
        } catch (RuntimeException e) {
            throw new BrokenSnapshot("any type");
        }
    }

    /** Whether it was written under this format. */
    static boolean isOf(String format, Serialized serialized) {
        return ByteBuffer.wrap(serialized.bytes()).getInt() == format.hashCode();
    }

    static <S> Aggregate<S> deserialize(AggregateType<S, ?, ?, ?, ?, ?> type, Serialized serialized) {
        try (var in = new DataInputStream(new ByteArrayInputStream(serialized.bytes()))) {
            in.skipNBytes(Integer.BYTES + 2 * Long.BYTES);
            long lastMillis = in.readLong();
            StoredAnswer[] answers = new StoredAnswer[in.readUnsignedShort()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = answer(in);
            }
            boolean packed = in.readBoolean();
            byte[] rest = in.readAllBytes();
            S state = type.wire().states().read(packed ? PackedState.unpack(rest) : rest);
            return new Aggregate<>(
                    state, serialized.sequence(), lastMillis, new RecentCommands(answers), serialized.due(), true);
        } catch (IOException | RuntimeException e) {
            throw new BrokenSnapshot(type.name());
        }
    }

    private static StoredAnswer answer(DataInputStream in) throws IOException {
        String commandId = in.readUTF();
        String type = in.readUTF();
        Kind kind = Kind.at(in.readUnsignedByte());
        long at = in.readLong();
        return new StoredAnswer(commandId, type, in.readNBytes(in.readInt()), kind, at);
    }
}
