package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.TraceParent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Puts a public record into a CloudEvents 1.0 envelope, Kafka binary mode. Thread-safe. */
public final class CloudEventWriter {

    private static final JsonMapper JSON = Json.mapper().build();

    private final URI source;

    /** @param service becomes the source {@code /foyer/<service>} */
    public CloudEventWriter(String service) {
        this.source = URI.create("/foyer/" + service);
    }

    /**
     * @param number of the record among those of its command, from 0; with the command id it makes the event's id,
     *     which is therefore the same however often a command is repeated
     * @param sequence of the event in its aggregate
     * @param time of the event
     * @param writtenAt by the clock, which may have been set back behind the time of the event: a broker looks at this one
     */
    public ProducerRecord<byte[], byte[]> write(
            PublicRecord data, CommandMeta meta, int number, long sequence, Instant time, Instant writtenAt) {
        return binary(
                data,
                envelope(data, meta, number, time)
                        .withExtension(CloudEventHeaders.TENANT, data.tenant())
                        .withExtension(CloudEventHeaders.SEQUENCE, Long.toString(sequence))
                        .build(),
                writtenAt);
    }

    /** A record that belongs to the service itself: to no tenant and no aggregate. */
    public ProducerRecord<byte[], byte[]> writeOwn(PublicRecord data, CommandMeta meta, Instant at) {
        return binary(data, envelope(data, meta, 0, at).build(), at);
    }

    private CloudEventBuilder envelope(PublicRecord data, CommandMeta meta, int number, Instant at) {
        byte[] json = json(data.data());
        CloudEventBuilder envelope = CloudEventBuilder.v1()
                .withId(meta.commandId() + "." + number)
                .withSource(source)
                .withType(data.type())
                .withSubject(data.subject())
                .withTime(at.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension(CloudEventHeaders.ACTOR, meta.actor().name())
                .withExtension(CloudEventHeaders.ACTOR_ROLE, meta.actor().role())
                .withExtension(CloudEventHeaders.COMMAND_ID, meta.commandId())
                .withExtension(CloudEventHeaders.CORRELATION_ID, meta.correlationId())
                .withData(json);
        if (meta.reason() != null) {
            envelope.withExtension(CloudEventHeaders.REASON, meta.reason());
        }
        if (meta.traceparent() != null) {
            envelope.withExtension(CloudEventHeaders.TRACEPARENT, meta.traceparent());
        }
        if (data.signer() != null) {
            byte[] content =
                    SignedContent.of(data.topic(), data.type(), meta.commandId() + "." + number, data.key(), json);
            envelope.withExtension(CloudEventHeaders.SIGNATURE, data.signer().sign(content));
        }
        return envelope;
    }

    private static ProducerRecord<byte[], byte[]> binary(PublicRecord data, CloudEvent event, Instant at) {
        ProducerRecord<String, byte[]> binary = KafkaMessageFactory.<String>createWriter(
                        data.topic(), null, at.toEpochMilli(), data.key())
                .writeBinary(event);
        Iterable<Header> headers = binary.headers();
        Object trace = event.getExtension(CloudEventHeaders.TRACEPARENT);
        if (trace != null) { // libraries for tracing look for it here
            binary.headers().add(TraceParent.HEADER, trace.toString().getBytes(UTF_8));
        }
        return new ProducerRecord<>(
                data.topic(), null, at.toEpochMilli(), data.key().getBytes(UTF_8), binary.value(), headers);
    }

    private static byte[] json(Object data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + data.getClass().getName(), e);
        }
    }
}
