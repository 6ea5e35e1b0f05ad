package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A CloudEvent in binary mode, as others write it.
 *
 * @param source who says it
 * @param json its data
 */
record CloudEvent(String source, String topic, String key, String type, String json) {

    /** With an id of its own each time, and as of now. */
    ProducerRecord<String, String> toRecord() {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, json);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        source,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_type",
                        type,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}
