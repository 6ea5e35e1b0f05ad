package dev.foyer.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.mail.MailServers;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hold time of two seconds runs out, and the ledger says so without anybody asking. */
@QuarkusTest
@TestProfile(HoldTimeResourceTest.TwoSeconds.class)
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class HoldTimeResourceTest extends WithSetup {

    public static class TwoSeconds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("foyer.hold-time", "2s");
        }
    }

    @Test
    @Tag("D5")
    void aHeldMailExpiresByItself() {
        String id = setup.deliver(
                NotificationTestSetup.delivery("u-held", "48213").put("automaticallySendEmailsToUsers", false));
        await().untilAsserted(() -> assertEquals(List.of("HELD", "EXPIRED"), setup.statuses(id)));
        assertEquals("AUTOMATIC_MAIL_OFF", setup.entry(id).path("reason").asText());
    }

    @Test
    @Tag("D6")
    void aMailThatNoServerTakesFailsWhenItsTimeIsOver() {
        MailServers.down();
        try {
            String id = setup.deliver(NotificationTestSetup.delivery("u-down", "48213"));
            await().untilAsserted(() ->
                    assertEquals("FAILED", setup.entry(id).path("status").asText()));
            // An attempt may be under way at that moment; that it reached nobody is said when it has ended.
            await().untilAsserted(() -> assertEquals(
                    "HOLD_TIME_OVER", setup.entry(id).path("reason").asText()));
        } finally {
            MailServers.up();
        }
    }
}
