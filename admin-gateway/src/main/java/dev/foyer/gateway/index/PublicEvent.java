package dev.foyer.gateway.index;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.CloudEventReader;
import dev.foyer.base.events.InboundEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record of a public topic, with short ways to its data. Immutable.
 *
 * @param sequence how many events its aggregate had with this one; 0 when the envelope does not say
 */
record PublicEvent(InboundEvent envelope, long sequence) {

    /** @throws dev.foyer.eventsourcing.inbound.Unacceptable when it cannot be read */
    static PublicEvent read(ConsumerRecord<byte[], byte[]> read) {
        InboundEvent envelope = CloudEventReader.read(read);
        return new PublicEvent(envelope, envelope.sequence() == null ? 0 : envelope.sequence());
    }

    /** The tenant of the envelope: our services write it, and it is what the record belongs to. */
    String tenant() {
        return envelope.tenant();
    }

    JsonNode data() {
        return envelope.data();
    }

    /** A text of the data, or {@code null}. */
    String text(String field) {
        JsonNode value = envelope.data().get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    /** A text without which the event says nothing. @throws IllegalArgumentException when it is not there */
    String needed(String field) {
        String value = text(field);
        if (value == null) {
            throw new IllegalArgumentException(field);
        }
        return value;
    }

    /** A time without which the event says nothing. @throws RuntimeException when it is not there, or none */
    Instant neededTime(String field) {
        return Instant.parse(needed(field));
    }

    int number(String field) {
        return envelope.data().path(field).asInt();
    }

    boolean flag(String field) {
        return envelope.data().path(field).asBoolean();
    }

    /** A time of the data, or {@code null}. */
    Instant time(String field) {
        String value = text(field);
        return value == null ? null : Instant.parse(value);
    }
}
