package dev.foyer.gateway.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The envelope of a public event. */
public final class Headers {

    /** Whose it is. */
    public static final String TENANT = "ce_tenant";
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
