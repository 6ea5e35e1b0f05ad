package dev.foyer.notification.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.notification.NotificationTestSetup;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many users at once: everybody gets one mail, and nobody waits for a connection that hangs. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(MailServers.class)
class ManyMailsResourceTest {

    private static final int USERS = 300;

    @Test
    @Tag("D6")
    void everybodyGetsExactlyOneMail() {
        try (NotificationTestSetup setup = new NotificationTestSetup()) {
            Map<String, String> notifications = new LinkedHashMap<>();
            for (int i = 0; i < USERS; i++) {
                String user = "u-many-" + i;
                notifications.put(user, setup.deliver(NotificationTestSetup.delivery(user, "48213")));
            }
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> notifications.values().forEach(id -> {
                        assertEquals(List.of("QUEUED", "SENT"), setup.statuses(id));
                    }));
            notifications
                    .keySet()
                    .forEach(user -> assertEquals(
                            1, MailServers.arrivedFor(user + "@contoso.com").size()));
        }
    }
}
