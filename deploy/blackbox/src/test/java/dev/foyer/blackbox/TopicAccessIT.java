package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.local.access.BrokerUsers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records by which somebody with a consumer and kcat once took the product over. Each is tried by everybody who is not to
 * write there: other services, tenants' systems, an operator, and somebody without a password.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class TopicAccessIT {

    private static final List<String> USERS = List.of(
            "pin-service",
            "notification-service",
            "meeting-service",
            "admin-gateway",
            BrokerUsers.OPERATOR,
            "contoso.com",
            "fabrikam.com");

    private static final String SOURCE = "/attack";
    private static final Map<String, KafkaProducer<String, String>> PRODUCERS = new TreeMap<>();

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        USERS.forEach(user -> PRODUCERS.put(user, producer(foyer.connection(user))));
    }

    @AfterAll
    static void close() {
        PRODUCERS.values().forEach(KafkaProducer::close);
    }

    @Test
    @Tag("case-S1a")
    void nobodyElseHasPinsSealedToAKeyOfTheirOwn() {
        String own = KeyFile.pair("delivery-1").toJson(OutputControlLevel.PUBLIC_ONLY);
        refused(
                "notification-service",
                event(
                        "notification.keys",
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v1",
                        "{\"keys\":[" + own + "]}"));
    }

    @Test
    @Tag("case-S1b")
    void nobodyElseHasASealedPinMailedElsewhere() {
        new SharedUsers(shared).enable("copied");
        ConsumerRecord<byte[], byte[]> delivery = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> foyer.topics().committed("pin.deliveries").stream()
                                .filter(each -> Records.key(each).equals("contoso.com/copied"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        String copy = Records.text(delivery)
                .replace("copied@contoso.com", "stranger@elsewhere.example")
                .replaceAll("\"notificationId\":\"[^\"]*\"", "\"notificationId\":\"" + UUID.randomUUID() + "\"");
        refused(
                "pin-service",
                event("pin.deliveries", "contoso.com/copied", Records.header(delivery, "ce_type"), copy));
    }

    @Test
    @Tag("case-S1c")
    void nobodyElseSaysWhoIsTheOrganizer() {
        refused("pin-service", event("organizer.verified", "1234567", "foyer.pin.OrganizerVerified.v1", """
                {"tenant":"contoso.com","userId":"victim","conferenceId":"1234567","callId":"call-1"}"""));
    }

    @Test
    @Tag("case-S1d")
    void nobodyElseWritesHistoryOrSettings() {
        refused("pin-service", event("pin.events", "contoso.com/victim", "foyer.pin.PstnOnlyMeetingsChanged.v1", """
                {"tenant":"contoso.com","userId":"victim","allowPstnOnlyMeetings":true}"""));
        refused("pin-service", event("pin.events", "contoso.com/victim", "foyer.pin.PinReset.v1", """
                {"tenant":"contoso.com","userId":"victim"}"""));
        refused("pin-service", event("tenant.settings", "contoso.com", "foyer.pin.SettingsChanged.v1", """
                {"tenant":"contoso.com","pinLength":4}"""));
    }

    @Test
    @Tag("case-S1d")
    void noTenantSpeaksForAnother() {
        refused("fabrikam.com", event("in.fabrikam.com.directory", "victim", "foyer.directory.UserRemoved.v1", """
                {"userId":"victim"}"""));
        refused("contoso.com", event("in.contoso.com.directory", "victim", "foyer.directory.UserRemoved.v1", """
                {"userId":"victim"}"""));
    }

    /** Whoever does not sign in is not even told where a topic is. */
    @Test
    @Tag("case-S1c")
    void whoHasNoPasswordIsHeardByNobody() {
        Map<String, Object> nobody = Map.of("bootstrap.servers", foyer.ports().bootstrap(), "max.block.ms", 1_500);
        try (var producer = producer(nobody)) {
            ProducerRecord<String, String> record =
                    event("organizer.verified", "1234567", "foyer.pin.OrganizerVerified.v1", "{}");
            ExecutionException silence = assertThrows(
                    ExecutionException.class, () -> producer.send(record).get());
            assertInstanceOf(TimeoutException.class, silence.getCause());
        }
    }

    /** The broker refuses it to all but one, and nothing of it lies there. */
    private static void refused(String rightful, ProducerRecord<String, String> record) {
        List<String> letIn = PRODUCERS.keySet().stream()
                .filter(user -> !user.equals(rightful) && !isRefused(PRODUCERS.get(user), record))
                .toList();
        assertEquals(List.of(), letIn, record.topic());
        long markers = foyer.topics().committed(record.topic()).stream()
                .filter(each -> Records.header(each, "ce_source").equals(SOURCE))
                .count();
        assertEquals(0, markers);
    }

    private static boolean isRefused(KafkaProducer<String, String> producer, ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
            return false;
        } catch (ExecutionException e) {
            assertInstanceOf(TopicAuthorizationException.class, e.getCause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.idempotence", false);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static ProducerRecord<String, String> event(String topic, String key, String type, String json) {
        ProducerRecord<String, String> record = new CloudEvent(SOURCE, topic, key, type, json).toRecord();
        record.headers().add("ce_tenant", "contoso.com".getBytes(UTF_8));
        return record;
    }
}
