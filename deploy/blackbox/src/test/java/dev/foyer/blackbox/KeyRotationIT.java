package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An operator rotates each kind of key as the decision record says, while everything runs. In order, and after all
 * whose PINs have the old pepper.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("A6")
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE + 1)
class KeyRotationIT {

    private static final EllipticCurveJsonWebKey NEXT = KeyFile.pair("delivery-2");

    private static SharedFoyer shared;
    private static SharedUsers users;
    private static BlackBox foyer;
    private static Cast cast;
    private static int calls;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        users = new SharedUsers(lent);
        lent.secrets(); // those that are not there afterwards are to be found nowhere either
        foyer = lent.foyer();
        cast = foyer.cast();
    }

    @Test
    @Order(1)
    void anOldPinOutlivesThePepper() {
        Answer enabled = users.enable("pepper");
        KeyFile pepper = file("pepper.json");

        pepper.append(KeyFile.pepper("pepper-2"));
        awaitReport(Endpoint.PIN_MANAGEMENT, "pepper", "pepper-1, pepper-2");
        pepper.moveLastToFront();
        awaitReport(Endpoint.PIN_MANAGEMENT, "pepper", "pepper-2, pepper-1");

        assertTrue(opens(enabled));
        assertTrue(journal().contains("\"keyId\":\"pepper-2\""), "the PIN is rekeyed");
        pepper.dropLast();
        awaitReport(Endpoint.PIN_MANAGEMENT, "pepper", "pepper-2");
        assertTrue(opens(enabled), "rekeyed, so the old pepper is not missed");
    }

    @Test
    @Order(2)
    void theNextResetIsSealedToTheNewKeyAndWhatWasSealedBeforeStillOpens() throws Exception {
        users.enable("held");
        String held = cast.admin()
                .post("/api/v1/users/held/pin/reset", Map.of("sendEmail", false))
                .text("notification.id");
        users.enable("sent");
        KeyFile keys = file("delivery-keys-private.json");

        keys.append(NEXT);
        awaitReport(Endpoint.NOTIFICATION_MANAGEMENT, "deliveryKeys", "delivery-1, delivery-2");
        keys.moveLastToFront();
        awaitReport(Endpoint.PIN_MANAGEMENT, "deliveryKey", "delivery-2");

        String pin = users.reset("sent");
        assertEquals("delivery-2", keyOfLastDelivery());
        soon().until(() -> users.isMailed("sent", pin));

        soon().until(() -> cast.admin().get("/api/v1/notifications/" + held).status() == 200);
        assertEquals(
                202,
                cast.admin()
                        .post("/api/v1/notifications/" + held + "/send", Map.of())
                        .status());
        soon().until(() ->
                "SENT".equals(cast.admin().get("/api/v1/notifications/" + held).text("status")));
    }

    @Test
    @Order(3)
    void deliveriesThatAreSignedWithTheNextKeyAreMailed() {
        users.enable("signed");
        EllipticCurveJsonWebKey next = KeyFile.pair("pin-signing-2");
        KeyFile known = file("pin-signing-keys-public.json");
        KeyFile own = file("pin-signing-keys-private.json");

        known.append(KeyFile.publicHalf(next));
        awaitReport(Endpoint.NOTIFICATION_MANAGEMENT, "pinSigners", "pin-signing-1, pin-signing-2");
        own.append(next);
        own.moveLastToFront();
        awaitReport(Endpoint.PIN_MANAGEMENT, "signingKeys", "pin-signing-2, pin-signing-1");

        String pin = users.reset("signed");
        soon().until(() -> users.isMailed("signed", pin));
        own.dropLast();
        awaitReport(Endpoint.PIN_MANAGEMENT, "signingKeys", "pin-signing-2");
    }

    @Test
    @Order(3)
    void whatCallersSayIsOpenedWithTheNextKey() {
        Answer enabled = users.enable("spoken");
        EllipticCurveJsonWebKey next = KeyFile.pair("pin-verification-2");
        KeyFile own = file("pin-verification-keys-private.json");
        KeyFile known = file("pin-verification-keys-public.json");

        own.append(next);
        awaitReport(Endpoint.PIN_MANAGEMENT, "verificationKeys", "pin-verification-1, pin-verification-2");
        known.append(KeyFile.publicHalf(next));
        known.moveLastToFront();
        awaitReport(Endpoint.GATEWAY_MANAGEMENT, "pinVerificationKeys", "pin-verification-2, pin-verification-1");

        assertTrue(opens(enabled));
    }

    private static KeyFile file(String name) {
        return new KeyFile(new Home(shared.home()).secrets().resolve(name));
    }

    @Test
    @Order(4)
    void noPrivateKeyIsInAnyTopic() {
        List<Object> secrets = NEXT.toParams(OutputControlLevel.INCLUDE_PRIVATE).entrySet().stream()
                .filter(param -> param.getKey().equals("d"))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(1, secrets.size());
        for (ConsumerRecord<byte[], byte[]> each : foyer.topics().everything()) {
            String text = Records.text(each);
            secrets.forEach(secret -> assertFalse(text.contains(secret.toString()), each.topic()));
        }
    }

    private static boolean opens(Answer enabled) {
        String call = "rotation-" + calls++;
        soon().until(() -> "LOBBY"
                .equals(cast.bridge()
                        .post(
                                "/api/v1/bridge/calls",
                                Map.of("callId", call, "conferenceId", enabled.text("conferenceId")))
                        .text("state")));
        Answer keyedIn = cast.bridge()
                .post("/api/v1/bridge/calls/" + call + "/organizer-pin", Map.of("pin", enabled.text("pin")));
        cast.bridge().delete("/api/v1/bridge/calls/" + call);
        return keyedIn.at("leader").asBoolean();
    }

    private static void awaitReport(Endpoint management, String name, String value) {
        Api api = Api.anonymous(foyer.ports().http(management));
        soon().until(() -> api.get("/q/health/ready").body().path("checks").findParents(name).stream()
                .anyMatch(data -> data.path(name).asText().equals(value)));
    }

    private static String journal() {
        return String.join(
                "\n",
                foyer.topics().committed("pin.journal").stream()
                        .map(Records::text)
                        .toList());
    }

    private static String keyOfLastDelivery() throws IOException, JoseException {
        List<ConsumerRecord<byte[], byte[]>> all = foyer.topics().committed("pin.deliveries");
        ConsumerRecord<byte[], byte[]> last = all.stream()
                .max((one, other) -> Long.compare(one.timestamp(), other.timestamp()))
                .orElseThrow();
        JsonNode data = new ObjectMapper().readTree(last.value());
        return JsonWebStructure.fromCompactSerialization(data.path("sealedPin").asText())
                .getKeyIdHeaderValue();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
