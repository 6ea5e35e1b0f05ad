package dev.foyer.meeting.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A bridge or a client app of contoso.com, with nothing of ours but its topics. */
final class TenantSystem implements AutoCloseable {

    static final String BRIDGE = "in.contoso.com.bridge";
    static final String ORGANIZER = "in.contoso.com.organizer";

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            new HashMap<>(BrokerResource.broker().connection()), new ByteArraySerializer(), new ByteArraySerializer());

    String arrived(String callId, String conferenceId) {
        return arrived(callId, conferenceId, Instant.now());
    }

    /** @return the event's id */
    String arrived(String callId, String conferenceId, Instant then) {
        return say(BRIDGE, callId, "foyer.bridge.CallerArrived.v1", then, """
                {"callId":"%s","conferenceId":"%s","from":"+12065550123"}""".formatted(callId, conferenceId));
    }

    void hungUp(String callId) {
        say(BRIDGE, callId, "foyer.bridge.CallerLeft.v1", Instant.now(), """
                {"callId":"%s"}""".formatted(callId));
    }

    void left(String callId, String conferenceId, Instant then) {
        say(BRIDGE, callId, "foyer.bridge.CallerLeft.v1", then, """
                {"callId":"%s","conferenceId":"%s"}""".formatted(callId, conferenceId));
    }

    void verified(String conferenceId, String userId, String callId) {
        say(ORGANIZER, conferenceId, "foyer.organizer.OrganizerVerified.v1", Instant.now(), """
                {"conferenceId":"%s","userId":"%s","callId":"%s"}""".formatted(
                        conferenceId, userId, callId));
    }

    void joined(String conferenceId, String participantId, Instant then) {
        say(ORGANIZER, conferenceId, "foyer.organizer.ParticipantJoined.v1", then, """
                {"conferenceId":"%s","participantId":"%s"}""".formatted(
                        conferenceId, participantId));
    }

    void gone(String conferenceId, String participantId, Instant then) {
        say(ORGANIZER, conferenceId, "foyer.organizer.ParticipantLeft.v1", then, """
                {"conferenceId":"%s","participantId":"%s"}""".formatted(
                        conferenceId, participantId));
    }

    String say(String topic, String key, String type, Instant then, String json) {
        String id = UUID.randomUUID().toString();
        say(topic, key, headers(id, type, then), json);
        return id;
    }

    /** Binary mode. */
    static Map<String, String> headers(String id, String type, Instant then) {
        return new HashMap<>(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_source",
                "/pbx",
                "ce_type",
                type,
                "ce_time",
                then.toString(),
                "content-type",
                "application/json"));
    }

    void sayStructured(String topic, String key, String type, String json) {
        String event = """
                {"specversion":"1.0","id":"%s","source":"/pbx","type":"%s","time":"%s","data":%s}""".formatted(UUID.randomUUID(), type, Instant.now(), json);
        say(topic, key, Map.of("content-type", "application/cloudevents+json"), event);
    }

    void say(String topic, String key, Map<String, String> headers, String value) {
        var made = new ProducerRecord<>(topic, key.getBytes(UTF_8), value.getBytes(UTF_8));
        headers.forEach((name, text) -> made.headers().add(name, text.getBytes(UTF_8)));
        try {
            producer.send(made).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What became of that call because of it, by its refusals. */
    static List<InboundEvent> refusals(String callId) {
        return TopicContents.events(BrokerResource.broker(), "meeting.events").stream()
                .filter(event -> event.type().equals("foyer.meeting.CallerRefused.v1"))
                .filter(event -> event.data().path("callId").asText().equals(callId))
                .toList();
    }

    /** The dead letter with those words in its reason, read from that topic. */
    static Optional<ConsumerRecord<byte[], byte[]>> letter(String topic, String words) {
        return letters(topic, words).findFirst();
    }

    /** All of them. */
    static Stream<ConsumerRecord<byte[], byte[]>> letters(String topic, String words) {
        return TopicContents.records(BrokerResource.broker(), "meeting.dead-letters").stream()
                .filter(letter -> header(letter, "dead-letter-topic").equals(topic))
                .filter(letter -> header(letter, "dead-letter-reason").contains(words));
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
