package dev.foyer.eventsourcing.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.eventsourcing.CommandMeta;
import dev.foyer.eventsourcing.runtime.RecentCommands.StoredAnswer;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * How one event lies in the journal: the event is the value, who and why are headers, and the last event of a command
 * carries what a repetition will be answered. Header names are part of the stored format.
 */
final class JournalRecord {

    private static final String TYPE = "type";
    private static final String SEQUENCE = "seq";
    private static final String COMMAND = "cmd";
    private static final String CORRELATION = "corr";
    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String ANSWER_TYPE = "answer-type";
    private static final String ANSWER = "answer";

    private JournalRecord() {}

    static ProducerRecord<byte[], byte[]> of(
            String journal,
            int partition,
            String key,
            String type,
            byte[] event,
            long sequence,
            CommandMeta meta,
            Instant at) {
        var written = new ProducerRecord<>(journal, partition, at.toEpochMilli(), key.getBytes(UTF_8), event);
        put(written.headers(), TYPE, type);
        put(written.headers(), SEQUENCE, Long.toString(sequence));
        put(written.headers(), COMMAND, meta.commandId());
        put(written.headers(), CORRELATION, meta.correlationId());
        put(written.headers(), ACTOR, meta.actor().name());
        put(written.headers(), ROLE, meta.actor().role());
        return written;
    }

    /** Marks the last event of a command. */
    static void conclude(ProducerRecord<byte[], byte[]> last, StoredAnswer answer) {
        put(last.headers(), ANSWER_TYPE, answer.type());
        last.headers().add(ANSWER, answer.bytes());
    }

    static String key(ConsumerRecord<byte[], byte[]> read) {
        return new String(read.key(), UTF_8);
    }

    static String type(ConsumerRecord<byte[], byte[]> read) {
        return text(read, TYPE);
    }

    static long sequence(ConsumerRecord<byte[], byte[]> read) {
        return Long.parseLong(text(read, SEQUENCE));
    }

    /** The command's stored answer, or {@code null} when more events of it follow. */
    static StoredAnswer answer(ConsumerRecord<byte[], byte[]> read) {
        Header answer = read.headers().lastHeader(ANSWER);
        return answer == null
                ? null
                : new StoredAnswer(text(read, COMMAND), text(read, ANSWER_TYPE).intern(), answer.value());
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static String text(ConsumerRecord<byte[], byte[]> read, String name) {
        Header header = read.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("A journal record lacks its header " + name);
        }
        return new String(header.value(), UTF_8);
    }
}
