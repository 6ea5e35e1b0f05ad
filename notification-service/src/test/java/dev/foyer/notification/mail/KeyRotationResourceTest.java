package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.notification.WithSetup;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The key file changes while the service runs: what is published, and what can still be opened. In order. What the others' tests seal to is not for us to change. */
@QuarkusTest
@TestProfile(OwnMailServers.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("A6")
class KeyRotationResourceTest extends WithSetup {

    private static final EllipticCurveJsonWebKey FRESH = TestKeys.make("d-fresh");

    @Test
    @Order(1)
    void thePublicHalfIsPublishedAtTheStart() {
        await().untilAsserted(() -> assertEquals(List.of(List.of("d-test")), published()));
        await().untilAsserted(() -> healthShows("published", true));
    }

    @Test
    @Order(2)
    void aKeyThatIsMissingIsWaitedFor() {
        String early = setup.deliver(sealedToFresh("u-early"));
        await().untilAsserted(() -> assertEquals(
                "PIN_KEY_IS_MISSING", setup.entry(early).path("reason").asText()));
        MailServers.replaceKeys(TestKeys.KEY, FRESH);
        await().untilAsserted(() -> arrived("u-early"));
        await().untilAsserted(
                        () -> assertEquals(List.of(List.of("d-test"), List.of("d-test", "d-fresh")), published()));
    }

    @Test
    @Order(3)
    void theNewKeyIsPublishedFirstAndBothOpen() {
        MailServers.replaceKeys(FRESH, TestKeys.KEY);
        await().untilAsserted(() ->
                assertEquals(List.of("d-fresh", "d-test"), published().getLast()));
        setup.deliver(sealedToFresh("u-new"));
        setup.deliver(NotificationTestSetup.delivery("u-old", "48213"));
        await().untilAsserted(() -> arrived("u-new"));
        await().untilAsserted(() -> arrived("u-old"));
    }

    @Test
    @Order(4)
    void aSetWithoutTheCurrentKeyIsRefusedAndReported() {
        MailServers.replaceKeys(TestKeys.KEY);
        await().untilAsserted(() -> Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'keys' }.data", hasKey("deliveryKeysProblem")));
        setup.deliver(sealedToFresh("u-still"));
        await().untilAsserted(() -> arrived("u-still"));
        MailServers.replaceKeys(FRESH);
        await().untilAsserted(() -> assertEquals(List.of("d-fresh"), published().getLast()));
        Management.get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'keys' }.data", not(hasKey("deliveryKeysProblem")));
        assertEquals(4, published().size(), "only what differs is published");
    }

    @Test
    @Order(5)
    void noPrivatePartIsInTheTopic() {
        String text = TopicContents.text(BrokerResource.broker(), "notification.keys");
        for (EllipticCurveJsonWebKey key : List.of(FRESH, TestKeys.KEY)) {
            var all = key.toParams(OutputControlLevel.INCLUDE_PRIVATE);
            key.toParams(OutputControlLevel.PUBLIC_ONLY).keySet().forEach(all::remove);
            all.values().forEach(secret -> assertFalse(text.contains(secret.toString())));
        }
    }

    private static ObjectNode sealedToFresh(String user) {
        ObjectNode delivery = NotificationTestSetup.delivery(user, "48213");
        return delivery.put("sealedPin", TestKeys.seal("48213", delivery, FRESH));
    }

    private static void arrived(String user) {
        assertEquals(1, MailServers.arrivedFor(user + "@contoso.com").size());
    }

    /** The names in each record, oldest first. */
    private static List<List<String>> published() {
        return TopicContents.events(BrokerResource.broker(), "notification.keys").stream()
                .map(InboundEvent::data)
                .map(data -> data.findValuesAsText("kid"))
                .toList();
    }

    private static void healthShows(String name, Object value) {
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'keys' }.data", hasEntry(name, value));
    }
}
