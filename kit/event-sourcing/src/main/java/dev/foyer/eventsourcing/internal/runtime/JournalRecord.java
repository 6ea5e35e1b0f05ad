package dev.foyer.eventsourcing.internal.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.CommandMeta;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * How one event is written to the journal: the event is the value, who and why are headers, and the last record of a
 * command carries what a repetition will be answered. The record's own time is that of the clock, because a broker refuses
 * what is far ahead of its own; when it was for the aggregate is a header where that differs. Read by {@link JournalEntry}.
 */
final class JournalRecord {

    /**
     * The type of a record without an event: a key whose command found nothing to do is remembered like any other, so that its
     * repetition does nothing later either. No event may be called so.
     */
    static final String NO_EVENT = "NoEvent";

    private static final byte[] EMPTY = "{}".getBytes(UTF_8);

    private JournalRecord() {}

    /** Of a command that changed nothing, for {@link #conclude}. */
    static ProducerRecord<byte[], byte[]> withoutEvent(
            Partition partition, String key, long sequence, CommandMeta meta, Instant time, Instant writtenAt) {
        return of(partition, key, NO_EVENT, EMPTY, sequence, meta, time, writtenAt);
    }

    static ProducerRecord<byte[], byte[]> of(
            Partition partition,
            String key,
            String type,
            byte[] event,
            long sequence,
            CommandMeta meta,
            Instant time,
            Instant writtenAt) {
        var written = new ProducerRecord<>(
                partition.settings().journal(),
                partition.number(),
                writtenAt.toEpochMilli(),
                key.getBytes(UTF_8),
                event);
        Headers headers = written.headers();
        headers.add(
                JournalHeader.FORMAT.text,
                partition.settings().stored().format().stored());
        JournalHeader.TYPE.put(headers, type);
        JournalHeader.SEQUENCE.put(headers, Long.toString(sequence));
        JournalHeader.COMMAND.put(headers, meta.commandId());
        JournalHeader.CORRELATION.put(headers, meta.correlationId());
        JournalHeader.ACTOR.put(headers, meta.actor().name());
        JournalHeader.ROLE.put(headers, meta.actor().role());
        if (time.isAfter(writtenAt)) {
            JournalHeader.TIME.put(headers, Long.toString(time.toEpochMilli()));
        }
        return written;
    }

    /** Marks the last event of a command. */
    static void conclude(ProducerRecord<byte[], byte[]> last, StoredAnswer answer) {
        JournalHeader.ANSWER_TYPE.put(last.headers(), answer.type());
        last.headers().add(JournalHeader.ANSWER.text, answer.bytes());
    }
}
