package dev.foyer.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.base.events.SignedContent;
import dev.foyer.notification.mail.TestKeys;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everybody around this service, for tests: pin-service writes, the gateway reads the ledger. */
public final class NotificationTestSetup implements AutoCloseable {

    private static final JsonMapper JSON = Json.mapper().build();

    private final KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(connection(), new ByteArraySerializer(), new ByteArraySerializer());
    private final KafkaConsumer<byte[], byte[]> ledger =
            new KafkaConsumer<>(connection(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    private final List<JsonNode> entries = new ArrayList<>();

    public NotificationTestSetup() {
        List<TopicPartition> all = ledger.partitionsFor("notification.events").stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        ledger.assign(all);
        ledger.seekToBeginning(all);
    }

    /** What pin-service writes when a PIN was made; with the automatic mail on, for a user with an address. */
    public static ObjectNode delivery(String userId, String pin) {
        return delivery("contoso.com", userId, pin);
    }

    /** The same, in any tenant. */
    public static ObjectNode delivery(String tenant, String userId, String pin) {
        ObjectNode delivery = JSON.createObjectNode()
                .put("notificationId", UUID.randomUUID().toString())
                .put("kind", "PIN_RESET")
                .put("tenant", tenant)
                .put("userId", userId)
                .put("displayName", "Amos Marble")
                .put("primarySmtpAddress", userId + "@contoso.com")
                .put("conferenceId", "4711007")
                .put("serviceNumber", "+390212345678")
                .put("automaticallySendEmailsToUsers", true)
                .put("at", Instant.now().toString());
        return delivery.put("sealedPin", TestKeys.seal(pin, delivery));
    }

    /** Writes a delivery, signed as pin-service does it, and gives the notification's id. */
    public String deliver(ObjectNode delivery) {
        return deliver(delivery, TestKeys.pinService());
    }

    /** The same, signed by somebody, or by nobody. */
    public String deliver(ObjectNode delivery, RecordSigner signer) {
        write("pin.deliveries", key(delivery), "foyer.pin.PinDelivery.v1", delivery, signer);
        return delivery.get("notificationId").asText();
    }

    /** The same under the key of another user, as somebody does it who can write to the topic and has had something signed. */
    public void deliverUnder(String key, ObjectNode delivery) {
        write("pin.deliveries", key, "foyer.pin.PinDelivery.v1", delivery, TestKeys.pinService());
    }

    /** What pin-service writes of news without a PIN, for a user with an address; the order of the user's events is the number. */
    public static ObjectNode notice(String userId, String kind, int sequence) {
        ObjectNode notice = JSON.createObjectNode()
                .put("notificationId", UUID.randomUUID().toString())
                .put("kind", kind)
                .put("tenant", "contoso.com")
                .put("userId", userId)
                .put("displayName", "Amos Marble")
                .put("primarySmtpAddress", userId + "@contoso.com")
                .put("conferenceId", "4711007")
                .put("serviceNumber", "+390212345678")
                .put("at", Instant.now().toString())
                .put("sequence", sequence);
        return switch (kind) {
            case "PIN_LOCKED" -> notice.put("lockedSince", "2026-11-27T10:15:30Z");
            case "SOMEBODY_WAITS" ->
                notice.put("waitingSince", "2026-11-27T10:15:30Z").put("waiting", 3);
            default -> notice;
        };
    }

    /** Writes news, signed as pin-service does it, and gives the notification's id. */
    public String tell(ObjectNode notice) {
        String type = switch (notice.get("kind").asText()) {
            case "PIN_LOCKED" -> "foyer.pin.LockNotice.v1";
            case "SOMEBODY_WAITS" -> "foyer.pin.WaitingNotice.v1";
            default -> "foyer.pin.MailNotice.v1";
        };
        write("pin.deliveries", key(notice), type, notice, TestKeys.pinService());
        return notice.get("notificationId").asText();
    }

    /** What pin-service writes when a user's address changes; {@code null}: to none. */
    public void addressChanged(String userId, String address, int sequence) {
        ObjectNode change = JSON.createObjectNode()
                .put("tenant", "contoso.com")
                .put("userId", userId)
                .put("sequence", sequence);
        if (address != null) {
            change.put("primarySmtpAddress", address);
        }
        write("pin.deliveries", key(change), "foyer.pin.AddressChanged.v1", change, TestKeys.pinService());
    }

    /** Writes a delivery that nobody signed, and tells where it lies. */
    public RecordMetadata lay(ObjectNode delivery) {
        return write("pin.deliveries", key(delivery), "foyer.pin.PinDelivery.v1", delivery, null);
    }

    public void disable(String userId) {
        ObjectNode data = JSON.createObjectNode()
                .put("tenant", "contoso.com")
                .put("userId", userId)
                .put("conferenceId", "4711007");
        write("pin.events", key(data), "foyer.pin.UserDisabled.v1", data);
    }

    /** Writes the settings of a tenant; give those that matter for mails. */
    public void settings(String tenant, ObjectNode settings) {
        ObjectNode data = JSON.createObjectNode().put("tenant", tenant);
        data.set("settings", settings);
        data.putArray("changes");
        write("tenant.settings", tenant, "foyer.pin.TenantSettingsChanged.v1", data);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The statuses that this notification has had so far, oldest first. */
    public List<String> statuses(String notificationId) {
        return entries(notificationId).stream()
                .map(entry -> entry.get("status").asText())
                .toList();
    }

    /** Its newest ledger entry; an empty object as long as there is none. */
    public JsonNode entry(String notificationId) {
        List<JsonNode> all = entries(notificationId);
        return all.isEmpty() ? object() : all.getLast();
    }

    /** The newest entry of every notification, by its id. */
    public Map<String, JsonNode> newest() {
        while (readOn() > 0) {
            // there may be more
        }
        Map<String, JsonNode> newest = new HashMap<>();
        entries.forEach(entry -> newest.put(entry.get("notificationId").asText(), entry));
        return newest;
    }

    /** Every record of a topic, as text. */
    public static List<String> everything(String topic) {
        List<String> found = new ArrayList<>();
        TopicContents.committed(connection(), List.of(topic)).forEach(read -> {
            if (read.value() != null) {
                found.add(new String(read.value(), UTF_8));
            }
            read.headers().forEach(header -> found.add(new String(header.value(), UTF_8)));
        });
        return found;
    }

    /** What retention does: nothing that is in the topic now can be read any more. */
    public static void forget(String topic) {
        try (Admin admin = Admin.create(connection())) {
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            for (var info : admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()) {
                all.put(new TopicPartition(topic, info.partition()), RecordsToDelete.beforeOffset(-1));
            }
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        ledger.close();
    }

    private int readOn() {
        int before = entries.size();
        ledger.poll(Duration.ofMillis(20)).forEach(read -> entries.add(json(read.value())));
        return entries.size() - before;
    }

    private List<JsonNode> entries(String notificationId) {
        readOn();
        return entries.stream()
                .filter(entry -> entry.get("notificationId").asText().equals(notificationId))
                .toList();
    }

    private RecordMetadata write(String topic, String key, String type, JsonNode data) {
        return write(topic, key, type, data, null);
    }

    private RecordMetadata write(String topic, String key, String type, JsonNode data, RecordSigner signer) {
        byte[] value = data.toString().getBytes(UTF_8);
        String id = UUID.randomUUID() + ".0";
        ProducerRecord<byte[], byte[]> cloudEvent = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
        if (signer != null) {
            String signature = signer.sign(SignedContent.of(topic, type, id, key, value));
            cloudEvent.headers().add("ce_signature", signature.getBytes(UTF_8));
        }
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", "/foyer/pin-service",
                        "ce_type", type,
                        "ce_subject", key,
                        "ce_time", Instant.now().toString(),
                        "ce_tenant", "contoso.com",
                        "ce_correlationid", "request-1",
                        "content-type", "application/json")
                .forEach((name, said) -> cloudEvent.headers().add(name, said.getBytes(UTF_8)));
        try {
            return producer.send(cloudEvent).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String key(JsonNode data) {
        return data.get("tenant").asText() + "/" + data.get("userId").asText();
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(
                Map.of("bootstrap.servers", BrokerResource.broker().bootstrapServers()));
        connection.put("isolation.level", "read_committed");
        connection.put("enable.auto.commit", false);
        connection.put("fetch.max.wait.ms", 50); // closing waits for the last fetch, and each test closes one
        return connection;
    }
}
