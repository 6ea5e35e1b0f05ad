package dev.foyer.base.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.CorrelationId;
import dev.foyer.base.Json;
import dev.foyer.base.TraceParent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.InboundEvent.Proof;
import dev.foyer.base.text.TextRefused;
import dev.foyer.base.text.WellFormedTexts;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes a record out of its CloudEvents envelope, binary or structured. Thread-safe. */
public final class CloudEventReader {

    /** What others wrote is read whole: nothing behind it, and no field twice, of which one would be lost. */
    static final JsonMapper JSON = Json.mapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What is nested deeper is nobody's event, and could not be written again with anything around it. */
    private static final int DEEPEST = 100;

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        EventFormatProvider.getInstance().registerFormat(new JsonFormat());
    }

    private static final String TYPE = "ce_type";

    private CloudEventReader() {}

    /**
     * @throws Unacceptable when it is no CloudEvent with JSON data; the message says which attribute is wrong and what is right
     */
    public static InboundEvent read(ConsumerRecord<byte[], byte[]> read) {
        CloudEvent event = envelope(read);
        Instant writtenAt = Instant.ofEpochMilli(read.timestamp());
        return new InboundEvent(
                new Envelope(
                        event.getId(),
                        event.getSource().toString(),
                        event.getType(),
                        event.getSubject(),
                        event.getTime() == null ? writtenAt : event.getTime().toInstant(),
                        extension(event, CloudEventHeaders.TENANT),
                        sequence(event),
                        event.getTime() != null),
                new Cause(
                        extension(event, CloudEventHeaders.ACTOR),
                        extension(event, CloudEventHeaders.ACTOR_ROLE),
                        extension(event, CloudEventHeaders.COMMAND_ID),
                        CorrelationId.orNull(extension(event, CloudEventHeaders.CORRELATION_ID)),
                        traceparent(event, read),
                        extension(event, CloudEventHeaders.REASON)),
                new Origin(
                        read.topic(),
                        read.partition(),
                        read.offset(),
                        read.key() == null ? null : new String(read.key(), UTF_8),
                        writtenAt),
                data(event),
                proof(event, read));
    }

    /** The type as the headers say it, without reading the rest; empty when only the whole record can tell. */
    public static Optional<String> type(ConsumerRecord<byte[], byte[]> read) {
        return Optional.ofNullable(read.headers().lastHeader(TYPE))
                .map(Header::value)
                .map(type -> new String(type, UTF_8));
    }

    /** Whoever writes anything but a number says nothing. */
    private static Long sequence(CloudEvent event) {
        String said = extension(event, CloudEventHeaders.SEQUENCE);
        try {
            return said == null ? null : Long.valueOf(said);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static Proof proof(CloudEvent event, ConsumerRecord<byte[], byte[]> read) {
        String signature = extension(event, CloudEventHeaders.SIGNATURE);
        if (signature == null) {
            return Proof.NONE;
        }
        byte[] data = event.getData() == null ? new byte[0] : event.getData().toBytes();
        String key = read.key() == null ? null : new String(read.key(), UTF_8);
        return new Proof(signature, SignedContent.of(read.topic(), event.getType(), event.getId(), key, data), data);
    }

    private static CloudEvent envelope(ConsumerRecord<byte[], byte[]> read) {
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(read.headers(), read.value())
                    .toEvent();
        } catch (RuntimeException e) {
            throw EnvelopeMistakes.of(read);
        }
        EnvelopeMistakes.refuse(event, read);
        return event;
    }

    private static JsonNode data(CloudEvent event) {
        if (event.getData() == null) {
            throw new Unacceptable("The event has no data.");
        }
        try {
            JsonNode data = JSON.readTree(event.getData().toBytes());
            WellFormedTexts.check(data);
            return data;
        } catch (TextRefused e) {
            throw new Unacceptable("A text in the event's data " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new Unacceptable("The event's data is not one JSON value with each field once.");
        }
    }

    /** The event's own, or that of whoever sent the record, as libraries for tracing write it. */
    private static String traceparent(CloudEvent event, ConsumerRecord<byte[], byte[]> read) {
        String own = extension(event, CloudEventHeaders.TRACEPARENT);
        Header sent = own == null ? read.headers().lastHeader(TraceParent.HEADER) : null;
        return sent == null || sent.value() == null ? own : new String(sent.value(), UTF_8);
    }

    private static String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }
}
