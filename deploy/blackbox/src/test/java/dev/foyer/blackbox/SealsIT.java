package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever may write the topics, with the password of a service, still gets no PIN: what services tell each other there is signed, and bound to its use. */
@Tag("A6")
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class SealsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRANGER = "stranger@elsewhere.example";

    private static SharedUsers users;
    private static BlackBox foyer;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer lent) {
        users = new SharedUsers(lent);
        foyer = lent.foyer();
        cast = foyer.cast();
    }

    @Test
    @Tag("case-S1a")
    void anOwnKeyInTheTopicOfKeysGetsNoPinSealedToIt() throws Exception {
        users.enable("seal-keys");
        String before = report(Endpoint.PIN_MANAGEMENT, "deliveryKey");
        Map<String, Object> own = KeyFile.pair("stranger-1").toParams(OutputControlLevel.PUBLIC_ONLY);
        foyer.topicsOf("notification-service")
                .say(
                        "notification.keys",
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v2",
                        JSON.writeValueAsString(Map.of("keys", List.of(own), "publishedAt", "2126-01-01T00:00:00Z")));
        // It is refused, and notification-service writes over it.
        soon().until(() -> committed("notification.keys").stream()
                        .filter(record -> Records.text(record).contains("stranger-1"))
                        .count()
                > 0);
        users.reset("seal-keys");
        String sealedTo = JsonWebStructure.fromCompactSerialization(
                        lastDelivery("seal-keys").path("sealedPin").asText())
                .getKeyIdHeaderValue();
        assertEquals(before, sealedTo);
        soon().until(() -> {
            List<ConsumerRecord<byte[], byte[]>> all = committed("notification.keys");
            return !Records.text(all.getLast()).contains("stranger-1")
                    && report(Endpoint.PIN_MANAGEMENT, "degraded").equals("false");
        });
    }

    @Test
    @Tag("case-S1b")
    void aCopiedSealInAnotherDeliveryIsMailedToNobody() throws Exception {
        users.enable("seal-copied");
        String pin = users.reset("seal-copied");
        soon().until(() -> users.isMailed("seal-copied", pin));
        ObjectNode copy = (ObjectNode) lastDelivery("seal-copied");
        copy.put("notificationId", UUID.randomUUID().toString());
        copy.put("primarySmtpAddress", STRANGER);
        copy.put("sendEmail", true);
        copy.put("sendEmailToAddress", STRANGER);
        String key = "contoso.com/seal-copied";
        foyer.topicsOf("pin-service").say("pin.deliveries", key, "foyer.pin.PinDelivery.v1", copy.toString());
        soon().until(() -> committed("notification.dead-letters").stream()
                .anyMatch(letter -> Records.header(letter, "dead-letter-topic").equals("pin.deliveries")
                        && Records.header(letter, "dead-letter-reason").contains("is not signed")
                        && letter.value() == null));
        // What came after it has been handled, so it was not merely late.
        String next = users.reset("seal-copied");
        soon().until(() -> users.isMailed("seal-copied", next));
        assertTrue(cast.mails().to(STRANGER).isEmpty());
        assertFalse(committed("notification.journal").stream()
                .anyMatch(record -> Records.text(record).contains(STRANGER)));
    }

    /** Written with pin-service's own password at the broker. */
    @Test
    @Tag("E4")
    @Tag("case-S1c")
    void aVerificationThatPinServiceDidNotSignMakesNobodyALeader() throws Exception {
        String id = users.enable("seal-leader").text("conferenceId");
        Map<String, Object> call = Map.of("callId", "seal-call", "conferenceId", id, "from", "+390212345678");
        soon().until(() ->
                "LOBBY".equals(cast.bridge().post("/api/v1/bridge/calls", call).text("state")));
        String forged = JSON.writeValueAsString(Map.of(
                "tenant", "contoso.com",
                "userId", "seal-leader",
                "conferenceId", id,
                "callId", "seal-call",
                "verifiedAt", Instant.now().toString()));
        foyer.topicsOf("pin-service").say("organizer.verified", id, "foyer.pin.OrganizerVerified.v1", forged);
        soon().until(() -> committed("meeting.dead-letters").stream()
                .anyMatch(letter -> Records.header(letter, "dead-letter-topic").equals("organizer.verified")
                        && Records.header(letter, "dead-letter-reason").contains("is not signed")));
        assertEquals(
                "LOBBY", cast.bridge().get("/api/v1/bridge/calls/seal-call").text("state"));
    }

    private static String report(Endpoint service, String name) {
        return Api.anonymous(foyer.ports().http(service))
                .get("/q/health/ready")
                .body()
                .path("checks")
                .findValue(name)
                .asText();
    }

    private static JsonNode lastDelivery(String user) throws IOException {
        ConsumerRecord<byte[], byte[]> last = committed("pin.deliveries").stream()
                .filter(record -> Records.key(record).equals("contoso.com/" + user))
                .reduce((_, later) -> later)
                .orElseThrow();
        return JSON.readTree(last.value());
    }

    private static List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        return foyer.topics().committed(topic);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
