package dev.foyer.pin.api;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A pin-service that nobody has given a delivery key yet, and what happens as keys come and change. In order, on one
 * service: nothing is ever restarted.
 */
@QuarkusTest
@TestProfile(KeyRotationTest.NothingPublished.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("A6")
class KeyRotationTest {

    /** A broker of its own: on the others' there is a key. */
    public static class NothingPublished implements QuarkusTestProfile {
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(BrokerResource.class),
                    new TestResourceEntry(PinKeysResource.class, Map.of(PinKeysResource.UNPUBLISHED, "")));
        }
    }

    private static final EllipticCurveJsonWebKey FIRST = PinKeysResource.ec("k1");
    private static final EllipticCurveJsonWebKey SECOND = PinKeysResource.ec("k2");
    private static final EllipticCurveJsonWebKey STRANGERS = PinKeysResource.ec("k2");
    private static final String USER = "u-1";

    private static Gateway gateway;
    private static String pin;
    private static int calls;

    @BeforeEach
    void begin() {
        Gateway.untilReady();
        if (gateway == null) {
            gateway = Gateway.ofNewTenant();
            gateway.provision(USER);
        }
    }

    @Test
    @Order(1)
    void withoutADeliveryKeyNoPinIsMadeButEverythingElseWorks() {
        gateway.enable(USER)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/no-delivery-key"))
                .body(
                        "detail",
                        equalTo("No PIN can be made before the notification service has published its key; try"
                                + " again when it is there."));
        gateway.patch(Map.of("pinLength", 12)).statusCode(200);
        reports("deliveryKey", "none yet");
    }

    @Test
    @Order(2)
    void fromTheFirstKeyOnPinsAreSealedToIt() {
        PinKeysResource.publish(FIRST);
        await().untilAsserted(() -> gateway.enable(USER).statusCode(201));
        // The answer that had the PIN is gone with the waiting: another one.
        pin = gateway.reset(USER).statusCode(200).extract().path("pin");
        delivered(FIRST);
    }

    @Test
    @Order(3)
    void badKeysChangeNothingAndAreReported() {
        PinKeysResource.publish(
                List.of(SECOND.toParams(OutputControlLevel.INCLUDE_PRIVATE)),
                PinKeysResource.signerOfNotificationService());
        await().untilAsserted(() -> reports(
                "deliveryKeyProblem",
                "The newest record of notification.keys holds the private half of the key k2; here only public ones may"
                        + " be."));
        assertEquals("1.0", metric("foyer_keys_refused{keys=\"delivery\""));
        pin = gateway.reset(USER).statusCode(200).extract().path("pin");
        delivered(FIRST);
    }

    @Test
    @Order(3)
    @Tag("case-S1a")
    void keysThatNotificationServiceHasNotSignedChangeNothingAndAreReported() {
        PinKeysResource.publish(PinKeysResource.halves(STRANGERS), null);
        await().untilAsserted(
                        () -> reports("deliveryKeyProblem", "The newest record of notification.keys is not signed."));
        assertEquals("1.0", metric("foyer_keys_refused{keys=\"delivery\""));
        Management.get("/q/health/ready").then().body("checks.find { it.name == 'keys' }.data.degraded", equalTo(true));
        pin = gateway.reset(USER).statusCode(200).extract().path("pin");
        delivered(FIRST);

        PinKeysResource.publish(PinKeysResource.halves(STRANGERS), PinKeysResource.signer(PinKeysResource.ec("n1")));
        await().untilAsserted(() ->
                reports("deliveryKeyProblem", "The newest record of notification.keys is not what was signed."));
        pin = gateway.reset(USER).statusCode(200).extract().path("pin");
        delivered(FIRST);
    }

    @Test
    @Order(4)
    void theNextResetIsSealedToTheNewKey() {
        PinKeysResource.publish(SECOND, FIRST);
        await().untilAsserted(() -> reports("deliveryKey", "k2"));
        assertEquals("0.0", metric("foyer_keys_refused{keys=\"delivery\""));
        pin = gateway.reset(USER).statusCode(200).extract().path("pin");
        delivered(SECOND);
    }

    @Test
    @Order(5)
    void aNewPepperIsInForceWithinSecondsAndAnOldPinIsRekeyedAtItsNextSuccess() {
        PinKeysResource.putPepperFirst("p2");
        await().untilAsserted(() -> reports("pepper", "p2, p1"));
        assertEquals(0, rekeyings());
        verifies(pin, true);
        await().untilAsserted(() -> assertEquals(1, rekeyings()));
        verifies(pin, true);
        assertEquals(1, rekeyings());
        assertFalse(TopicContents.text(BrokerResource.broker(), "pin.events").contains("PinRekeyed"));
    }

    @Test
    @Order(6)
    void noKeyAndNoPinIsInAnyTopic() {
        for (String topic : List.of("pin.journal", "pin.events", "pin.deliveries")) {
            String text = TopicContents.text(BrokerResource.broker(), topic);
            assertFalse(text.contains(pin), topic);
            for (EllipticCurveJsonWebKey key : List.of(FIRST, SECOND)) {
                Object secret = key.toParams(OutputControlLevel.INCLUDE_PRIVATE).get("d");
                assertFalse(text.contains(secret.toString()), topic);
            }
        }
    }

    private static void verifies(String digits, boolean organizer) {
        gateway.verify(USER, "call-" + calls++, digits).body("verified", equalTo(organizer));
    }

    private static long rekeyings() {
        return TopicContents.text(BrokerResource.broker(), "pin.journal")
                .lines()
                .filter(line -> line.contains("PinRekeyed"))
                .count();
    }

    /** The answer may come a moment before a reader sees the commit. */
    private static void delivered(EllipticCurveJsonWebKey key) {
        await().ignoreExceptions().untilAsserted(() -> assertEquals(pin, lastDelivery(key)));
    }

    private static String lastDelivery(EllipticCurveJsonWebKey key) {
        InboundEvent last =
                TopicContents.events(BrokerResource.broker(), "pin.deliveries").getLast();
        return PinKeysResource.open(new SealedPin(last.data().get("sealedPin").asText()), key);
    }

    private static void reports(String name, String value) {
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'keys' }.data", hasEntry(name, value));
    }

    private static String metric(String name) {
        return Management.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
