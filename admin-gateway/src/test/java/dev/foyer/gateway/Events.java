package dev.foyer.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.events.BuriedRecord;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes public events as the services do, with the kit's own envelope. */
public final class Events implements AutoCloseable {

    private static final CloudEventWriter WRITER = new CloudEventWriter("test");
    private static final Instant BEGINNING = Instant.parse("2026-11-22T10:15:30Z");

    private final KafkaProducer<byte[], byte[]> producer;
    private long sequence;

    public Events(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One record, without sending it. */
    public static ProducerRecord<byte[], byte[]> record(String topic, String type, long sequence, Map<String, ?> data) {
        return record(topic, type, sequence, data, BEGINNING.plusMillis(sequence));
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, String type, long sequence, Map<String, ?> data, Instant at) {
        Object user = data.get("userId");
        String tenant = (String) data.get("tenant");
        Object conference = data.get("conferenceId");
        String key = user != null ? tenant + "/" + user : conference != null ? conference.toString() : tenant;
        CommandMeta meta = new CommandMeta(
                UUID.randomUUID().toString(), "correlation-1", new Actor("admin", "conferencing-admin", null));
        return WRITER.write(new PublicRecord(topic, key, type, key, tenant, data), meta, 0, sequence, at, at);
    }

    /** Sends, and says where the record lies. */
    public Position send(String topic, String type, Map<String, ?> data) {
        return send(record(topic, type, ++sequence, data));
    }

    /** The same of something that happened then. */
    public Position send(String topic, String type, Map<String, ?> data, Instant at) {
        return send(record(topic, type, ++sequence, data, at));
    }

    public Position send(ProducerRecord<byte[], byte[]> record) {
        try {
            RecordMetadata at = producer.send(record).get();
            return new Position(at.topic(), at.partition(), at.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Position provisioned(String tenant, String userId, String upn, String name) {
        return send(
                "pin.events",
                "foyer.pin.UserProvisioned.v1",
                Map.of(
                        "tenant", tenant,
                        "userId", userId,
                        "userPrincipalName", upn,
                        "displayName", name,
                        "primarySmtpAddress", upn,
                        "preferredLanguage", "en",
                        "phoneNumbers", List.of()));
    }

    public Position enabled(String tenant, String userId, String conferenceId, String notificationId) {
        return send(
                "pin.events",
                "foyer.pin.UserEnabled.v1",
                Map.of(
                        "tenant", tenant,
                        "userId", userId,
                        "conferenceId", conferenceId,
                        "allowPstnOnlyMeetings", false,
                        "pinSetAt", "2026-11-22T10:15:30Z",
                        "pinSetBy", "admin",
                        "notificationId", notificationId));
    }

    /** A welcome that is held, and what else the event says. */
    public Position mail(String type, String userId, String notificationId, String field, String value) {
        return send(
                "notification.events",
                type,
                Map.of(
                        "tenant",
                        "contoso.com",
                        "userId",
                        userId,
                        "notificationId",
                        notificationId,
                        "kind",
                        "WELCOME",
                        "status",
                        "HELD",
                        "attempts",
                        0,
                        "createdAt",
                        "2026-11-22T10:15:30Z",
                        "expiresAt",
                        "2026-11-29T10:15:30Z",
                        field,
                        value));
    }

    /** A dead letter, as DeadLetters of the kit writes it. @param kept {@code WHOLE}, {@code AT_ORIGIN} or {@code NOTHING} */
    public Position buried(String id, String topic, String kept, String value, String reason) {
        return buried(id, topic, kept, value, reason, Map.of("ce_type", "foyer.directory.UserChanged.v1"));
    }

    /** The same, of a record that had these headers of its own. */
    public Position buried(String id, String topic, String kept, String value, String reason, Map<String, String> own) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                "pin.dead-letters", 0, "u-1".getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        Map<String, String> headers = Map.of(
                BuriedRecord.ID,
                id,
                BuriedRecord.REASON,
                reason,
                BuriedRecord.READER,
                "pin-service",
                BuriedRecord.TOPIC,
                topic,
                BuriedRecord.PARTITION,
                "1",
                BuriedRecord.OFFSET,
                "4711",
                BuriedRecord.WRITTEN_AT,
                "1795780000000",
                BuriedRecord.KEPT,
                kept);
        own.forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        return send(letter);
    }

    @Override
    public void close() {
        producer.close();
    }
}
