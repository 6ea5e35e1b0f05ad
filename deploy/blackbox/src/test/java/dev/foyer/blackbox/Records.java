package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What records say, as text. */
final class Records {

    private Records() {}

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    /** The value; empty when there is none. */
    static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), UTF_8);
    }

    /** The last header of that name; empty when there is none. */
    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** The CloudEvent's type. */
    static String type(ConsumerRecord<byte[], byte[]> record) {
        return header(record, "ce_type");
    }
}
