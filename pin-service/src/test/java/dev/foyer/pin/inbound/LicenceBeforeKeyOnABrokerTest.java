package dev.foyer.pin.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** notification-service has never been there, so no PIN can be sealed: who was to get one waits, and nobody else does. */
@QuarkusTest
@TestProfile(LicenceBeforeKeyOnABrokerTest.BeforeTheFirstKey.class)
@Tag("case-T8")
@Tag("F")
class LicenceBeforeKeyOnABrokerTest {

    /** A service of its own, because keys that were published once cannot be taken back. */
    public static final class BeforeTheFirstKey implements QuarkusTestProfile {
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

    @Test
    void everybodyElseGoesOnAndTheKeyBringsThePin() {
        try (TenantSystem one = TenantSystem.ofNew("one.example");
                TenantSystem two = TenantSystem.ofNew("two.example")) {
            one.say("UserProvisioned", "u-1", profile("u-1", "Amos"));
            one.say("LicenseAssigned", "u-1", "{\"userId\":\"u-1\",\"changedBy\":\"u-3\"}");
            one.say("UserProvisioned", "u-2", profile("u-2", "Bea"));
            one.say("LicenseAssigned", "u-2", "{\"userId\":\"u-2\"}");
            one.say("LicenseRemoved", "u-2", "{\"userId\":\"u-2\"}");
            one.say("UserChanged", "u-1", "{\"userId\":\"u-1\",\"displayName\":\"Amos Marble\"}");
            one.say("UserChanged", "u-2", "{\"userId\":\"u-2\",\"displayName\":\"Bea Stone\"}");
            eventually().until(() -> names("one.example").containsAll(List.of("Amos Marble", "Bea Stone")));
            two.say("UserProvisioned", "u-1", profile("u-1", "Carl"));
            eventually().until(() -> names("two.example").equals(List.of("Carl")));
            assertEquals(List.of(), enabled());

            PinKeysResource.publish(PinKeysResource.ec("k1"));

            eventually().until(() -> !enabled().isEmpty());
            two.say("UserChanged", "u-1", "{\"userId\":\"u-1\",\"displayName\":\"last\"}");
            eventually().until(() -> names("two.example").contains("last"));
            assertEquals(
                    List.of("one.example/u-1"),
                    enabled().stream().map(InboundEvent::subject).toList());
            assertEquals("u-3", enabled().getFirst().actor());
            assertEquals(List.of(), TopicContents.records(BrokerResource.broker(), "pin.dead-letters"));
        }
    }

    private static String profile(String user, String name) {
        return "{\"userId\":\"%s\",\"userPrincipalName\":\"%s@one.example\",\"displayName\":\"%s\"}"
                .formatted(user, user, name);
    }

    private static List<InboundEvent> enabled() {
        return events().stream()
                .filter(event -> event.type().equals("foyer.pin.UserEnabled.v1"))
                .toList();
    }

    private static List<String> names(String tenant) {
        return events().stream()
                .filter(event -> event.subject().startsWith(tenant + "/"))
                .filter(event -> event.type().equals("foyer.pin.UserProvisioned.v1"))
                .map(event -> event.data().path("displayName").asText())
                .toList();
    }

    private static List<InboundEvent> events() {
        return TopicContents.events(BrokerResource.broker(), "pin.events");
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(40));
    }
}
