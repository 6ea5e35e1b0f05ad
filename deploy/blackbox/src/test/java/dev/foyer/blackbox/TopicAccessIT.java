package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.local.access.BrokerUsers;
import dev.foyer.local.demo.Cast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
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
        enable("copied");
        ConsumerRecord<byte[], byte[]> delivery = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> foyer.topics().committed("pin.deliveries").stream()
                                .filter(each -> new String(each.key(), UTF_8).equals("contoso.com/copied"))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        String copy = new String(delivery.value(), UTF_8)
                .replace("copied@contoso.com", "stranger@elsewhere.example")
                .replaceAll("\"notificationId\":\"[^\"]*\"", "\"notificationId\":\"" + UUID.randomUUID() + "\"");
        refused("pin-service", event("pin.deliveries", "contoso.com/copied", header(delivery, "ce_type"), copy));
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

    /** The broker refuses it to all but one, and nothing of it lies there. */
    private static void refused(String rightful, ProducerRecord<String, String> record) {
        int before = foyer.topics().committed(record.topic()).size();
        List<String> letIn = new ArrayList<>();
        for (String user : USERS) {
            if (!user.equals(rightful) && !isRefused(foyer.connection(user), record)) {
                letIn.add(user);
            }
        }
        assertEquals(List.of(), letIn, record.topic());
        Map<String, Object> nobody = Map.of("bootstrap.servers", foyer.ports().bootstrap(), "max.block.ms", 1_500);
        ExecutionException silence = assertThrows(ExecutionException.class, () -> send(nobody, record));
        assertInstanceOf(TimeoutException.class, silence.getCause());
        long markers = foyer.topics().committed(record.topic()).stream()
                .filter(each -> header(each, "ce_source").equals("/attack"))
                .count();
        assertEquals(0, markers, "after " + before + " records");
    }

    private static boolean isRefused(Map<String, Object> connection, ProducerRecord<String, String> record) {
        try {
            send(connection, record);
            return false;
        } catch (ExecutionException e) {
            assertInstanceOf(TopicAuthorizationException.class, e.getCause());
            return true;
        }
    }

    private static void send(Map<String, Object> connection, ProducerRecord<String, String> record)
            throws ExecutionException {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("enable.idempotence", false);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, String> event(String topic, String key, String type, String json) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, json);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/attack",
                        "ce_type", type,
                        "ce_tenant", "contoso.com",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static void enable(String user) {
        Cast cast = foyer.cast();
        String upn = user + "@contoso.com";
        cast.admin()
                .put(
                        "/api/v1/users/" + user,
                        Map.of("userPrincipalName", upn, "displayName", user, "primarySmtpAddress", upn));
        shared.issued(cast.admin()
                .post("/api/v1/users/" + user + "/conferencing", Map.of())
                .text("pin"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
