package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.internal.runtime.StateEntry.Aggregate;
import dev.foyer.eventsourcing.internal.runtime.StoredAnswer.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One record of the journal, as a recovery reads it by the million: whatever is not asked for is not decoded. Throws
 * {@link IllegalArgumentException} for what no owner wrote.
 */
final class JournalEntry {

    private final ConsumerRecord<byte[], byte[]> read;
    private final Header[] headers;
    private final InternedNames names;
    /** How many of the headers are not there: the first one, before format 2. */
    private final int missing;

    JournalEntry(ConsumerRecord<byte[], byte[]> read, InternedNames names) {
        this.read = read;
        this.headers = read.headers().toArray();
        this.names = names;
        this.missing = headers.length > 0 && headers[0].key().equals(JournalHeader.FORMAT.text) ? 0 : 1;
    }

    /** One string for each name of a type, however often it is read: interning, without a pool that outlives it. Confined to one thread. */
    static final class InternedNames {

        private record Name(byte[] bytes, String text) {}

        private final List<Name> known = new ArrayList<>();

        private String of(byte[] bytes) {
            for (Name name : known) {
                if (Arrays.equals(name.bytes, bytes)) {
                    return name.text;
                }
            }
            Name next = new Name(bytes, new String(bytes, UTF_8));
            known.add(next);
            return next.text;
        }
    }

    /** {@code null} before format 2. */
    byte[] format() {
        return missing == 0 ? headers[0].value() : null;
    }

    String key() {
        return new String(read.key(), UTF_8);
    }

    long sequence() {
        return number(required(JournalHeader.SEQUENCE));
    }

    /** When it was for its aggregate, in milliseconds since the epoch. */
    long timeMillis() {
        // It is rare, and then the first behind those that every record has: a search would look through all of each.
        int place = JournalHeader.ANSWER_TYPE.ordinal() - missing;
        boolean later = place < headers.length && headers[place].key().equals(JournalHeader.TIME.text);
        return later ? number(headers[place].value()) : read.timestamp();
    }

    private static long number(byte[] digits) {
        long number = 0;
        for (byte digit : digits) {
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("A journal record's header is no number");
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** Of its event, or {@link JournalRecord#NO_EVENT}. */
    String type() {
        return names.of(required(JournalHeader.TYPE));
    }

    byte[] event() {
        return read.value();
    }

    /** The command's stored answer, or {@code null} when more events of it follow. */
    StoredAnswer answer() {
        Header answer = header(JournalHeader.ANSWER);
        if (answer == null) {
            return null;
        }
        String commandId = new String(required(JournalHeader.COMMAND), UTF_8);
        return new StoredAnswer(
                commandId,
                names.of(required(JournalHeader.ANSWER_TYPE)),
                answer.value(),
                Kind.of(commandId, names.of(required(JournalHeader.ROLE))),
                timeMillis());
    }

    /**
     * An aggregate with what this entry says of it.
     *
     * @param known before; {@code null}: nobody has heard of it
     * @throws IllegalStateException when it does not follow what is known
     */
    <S, E> Aggregate<S> appliedTo(AggregateType<S, ?, E, ?, ?, ?> type, String key, StateEntry known) {
        Aggregate<S> before = StateEntry.deserialized(type, known);
        long sequence = sequence();
        boolean follows = known == null ? StateEntry.isFirst(type, sequence) : sequence == before.sequence() + 1;
        if (!follows) {
            throw new IllegalStateException("Event " + sequence + " follows event " + before.sequence());
        }
        String what = type();
        S state = what.equals(JournalRecord.NO_EVENT)
                ? before.state()
                : type.decider().evolve(before.state(), type.events().read(what, event()));
        StoredAnswer answer = answer();
        return before.then(
                type,
                type.idOf(key),
                state,
                sequence,
                timeMillis(),
                answer == null ? before.recent() : before.recent().plus(answer));
    }

    private byte[] required(JournalHeader wanted) {
        Header header = header(wanted);
        if (header == null) {
            throw new IllegalArgumentException("A journal record lacks its header " + wanted.text);
        }
        return header.value();
    }

    /** At its place, where we write it; a search would decode the names of all that stand before it. */
    private Header header(JournalHeader wanted) {
        int place = wanted.ordinal() - missing;
        if (place >= 0 && place < headers.length && headers[place].key().equals(wanted.text)) {
            return headers[place];
        }
        return read.headers().lastHeader(wanted.text);
    }
}
