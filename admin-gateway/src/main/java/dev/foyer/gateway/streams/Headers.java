package dev.foyer.gateway.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The envelope of a public event. */
public final class Headers {

    /** Whose it is. */
    public static final String TENANT = "ce_tenant";
    /** Of this event alone, wherever it is told. */
    public static final String ID = "ce_id";
    /** Later than all of the same key that are smaller. */
    public static final String SEQUENCE = "ce_sequence";
    /** What happened, with the service and the version. */
    public static final String TYPE = "ce_type";
    /** When. */
    public static final String TIME = "ce_time";

    private Headers() {}

    /** Of the last header of that name; {@code null}: it has none. */
    public static String text(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
