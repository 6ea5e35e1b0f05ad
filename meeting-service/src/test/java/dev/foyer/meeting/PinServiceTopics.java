package dev.foyer.meeting;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.base.events.SignedContent;
import dev.foyer.testing.BrokerResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to Kafka what pin-service writes, with nothing of ours but the broker's address. */
public final class PinServiceTopics {

    private static final JsonMapper JSON = Json.mapper().build();

    private PinServiceTopics() {}

    public static void enabled(String userId, String conferenceId) {
        write(
                "pin.events",
                "contoso.com/" + userId,
                "UserEnabled",
                UUID.randomUUID() + ".0",
                Map.of(
                        "tenant",
                        "contoso.com",
                        "userId",
                        userId,
                        "conferenceId",
                        conferenceId,
                        "allowPstnOnlyMeetings",
                        false,
                        "pinSetAt",
                        Instant.now(),
                        "pinSetBy",
                        "admin",
                        "notificationId",
                        UUID.randomUUID()));
    }

    public static void disabled(String userId, String conferenceId) {
        write(
                "pin.events",
                "contoso.com/" + userId,
                "UserDisabled",
                UUID.randomUUID() + ".0",
                Map.of("tenant", "contoso.com", "userId", userId, "conferenceId", conferenceId));
    }

    public static void moved(String eventId, String userId, String from, String to) {
        write(
                "pin.events",
                "contoso.com/" + userId,
                "ConferenceIdChanged",
                eventId,
                Map.of(
                        "tenant",
                        "contoso.com",
                        "userId",
                        userId,
                        "from",
                        from,
                        "to",
                        to,
                        "allowPstnOnlyMeetings",
                        true,
                        "at",
                        Instant.now()));
    }

    public static void pstnOnlyMeetings(String userId, String conferenceId, boolean allowed) {
        write(
                "pin.events",
                "contoso.com/" + userId,
                "PstnOnlyMeetingsChanged",
                UUID.randomUUID() + ".0",
                Map.of(
                        "tenant", "contoso.com",
                        "userId", userId,
                        "conferenceId", conferenceId,
                        "allowed", allowed,
                        "at", Instant.now()));
    }

    public static void verified(String userId, String conferenceId, String callId) {
        verified(UUID.randomUUID() + ".0", userId, conferenceId, callId);
    }

    public static void verified(String eventId, String userId, String conferenceId, String callId) {
        verified(eventId, userId, conferenceId, callId, PinServiceKeys.signer());
    }

    /** The same, signed by somebody, or by nobody. */
    public static void verified(
            String eventId, String userId, String conferenceId, String callId, RecordSigner signer) {
        write(
                "organizer.verified",
                conferenceId,
                "OrganizerVerified",
                eventId,
                verification(userId, conferenceId, Gateway.leg(conferenceId, callId)),
                signer);
    }

    /** The data of such a record. */
    public static Map<String, Object> verification(String userId, String conferenceId, String callId) {
        return Map.of(
                "tenant", "contoso.com",
                "userId", userId,
                "conferenceId", conferenceId,
                "callId", callId,
                "verifiedAt", Instant.now());
    }

    /** Returns when the broker has it. */
    public static void write(String topic, String key, String type, String id, Object data) {
        write(topic, key, type, id, data, null);
    }

    /** The same, signed. */
    public static void write(String topic, String key, String type, String id, Object data, RecordSigner signer) {
        write(topic, key, type, id, data, signer, Instant.now());
    }

    /** The same, by a clock that said that. */
    public static void write(
            String topic, String key, String type, String id, Object data, RecordSigner signer, Instant time) {
        Map<String, Object> config = new HashMap<>(BrokerResource.broker().connection());
        config.put("acks", "all");
        try (var producer =
                new KafkaProducer<byte[], byte[]>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = JSON.writeValueAsBytes(data);
            var written = new ProducerRecord<>(topic, bytes(key), value);
            if (signer != null) {
                byte[] content = SignedContent.of(topic, "foyer.pin." + type + ".v1", id, key, value);
                written.headers().add("ce_signature", bytes(signer.sign(content)));
            }
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            "/foyer/pin-service",
                            "ce_type",
                            "foyer.pin." + type + ".v1",
                            "ce_subject",
                            key,
                            "ce_time",
                            time.toString(),
                            "ce_tenant",
                            "contoso.com",
                            "ce_correlationid",
                            "correlation-" + id,
                            "content-type",
                            "application/json")
                    .forEach((name, said) -> written.headers().add(name, bytes(said)));
            producer.send(written).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All of a tenant's settings; what is absent is as it is by default. */
    public static void settings(String tenant, Map<String, ?> settings) {
        write(
                "tenant.settings",
                tenant,
                "TenantSettingsChanged",
                UUID.randomUUID() + ".0",
                Map.of("tenant", tenant, "settings", settings));
    }
}
