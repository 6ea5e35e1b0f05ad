package dev.foyer.gateway.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.EventStream;
import dev.foyer.testing.EventStream.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that comes back after half an hour: records have times of their own, and they decide what is kept. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class LiveAfterAWhileTest {

    @TestHTTPResource
    URI gateway;

    @Inject
    ReadModel index;

    private final String story = "while-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() {
        await().until(index::isCaughtUp);
    }

    /** Of several topics, for one id stands for a place in each. */
    @Test
    void whatHappenedHalfAnHourAgoIsToldOnce() {
        String last;
        try (EventStream before = listen(null)) {
            await().until(() -> before.lastId() != null);
            last = before.lastId();
        }
        Instant then = Instant.now().minus(Duration.ofMinutes(30));
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            for (int i = 0; i < 20; i++) {
                String id = story + "-" + i;
                say(events, then, "pin.events", "foyer.pin.UserProvisioned.v1", user(id));
                say(events, then, "notification.events", "foyer.notification.NotificationSent.v1", mail(id));
                say(events, then, "meeting.events", "foyer.meeting.WebhookRemoved.v1", Map.of("webhookId", id));
            }
            try (EventStream page = listen(last)) {
                await().until(() -> mine(page).size() >= 60);
                say(events, Instant.now(), "pin.events", "foyer.pin.UserProvisioned.v1", user(story + "-now"));
                await().until(() -> mine(page).getLast().contains(story + "-now"));
                assertFalse(page.names().contains("reset"));
                assertEquals(61, mine(page).size());
                assertEquals(61, new HashSet<>(mine(page)).size(), "nothing twice");
            }
        }
    }

    private EventStream listen(String lastId) {
        return EventStream.of(gateway.resolve("/api/v1/live"), "admin", Gateway.PASSWORD, lastId);
    }

    private List<String> mine(EventStream page) {
        return page.heard().stream()
                .map(Heard::data)
                .filter(data -> data.contains(story))
                .toList();
    }

    private static void say(Events events, Instant at, String topic, String type, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        ProducerRecord<byte[], byte[]> made = Events.record(topic, type, 1, data);
        events.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), made.key(), made.value(), made.headers()));
    }

    private static Map<String, Object> user(String id) {
        return Map.of("userId", id, "userPrincipalName", id + "@contoso.com", "displayName", "After A While");
    }

    private static Map<String, Object> mail(String id) {
        return Map.of(
                "userId", id,
                "notificationId", "mail-of-" + id,
                "kind", "WELCOME",
                "status", "SENT",
                "attempts", 1,
                "createdAt", "2026-11-22T10:15:30Z",
                "expiresAt", "2026-11-29T10:15:30Z");
    }
}
