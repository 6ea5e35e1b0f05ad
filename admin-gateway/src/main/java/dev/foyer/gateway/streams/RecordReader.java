package dev.foyer.gateway.streams;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What listeners are told of a record; the same each time it is read. Neither blocks nor throws. */
@FunctionalInterface
public interface RecordReader {

    /** Nothing when it is of no tenant, means nothing to them, or cannot be read. */
    Optional<Said> said(ConsumerRecord<byte[], byte[]> record);

    /** Whose listeners can be told of it, at less cost than what they are told; {@code null}: nobody's. */
    default String tenant(ConsumerRecord<byte[], byte[]> record) {
        return Headers.text(record, Headers.TENANT);
    }
}
