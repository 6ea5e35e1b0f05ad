package dev.foyer.meeting.api;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.PinServiceKeys;
import dev.foyer.meeting.PinServiceTopics;
import dev.foyer.meeting.WebhookRequests;
import dev.foyer.meeting.webhook.TestReceivers;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From when a webhook is told, on a real broker: from what comes to the topic behind, by whatever clocks (case L3). */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinServiceKeys.class)
@QuarkusTestResource(TestReceivers.class)
@Tag("H1")
@Tag("case-L3")
class WebhookBeginningTest {

    private static final String ENABLED = "foyer.pin.UserEnabled.v1";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final WebhookRequests requests = new WebhookRequests("contoso.com");
    private final String name = "r-" + UUID.randomUUID();

    @AfterEach
    void removeAll() {
        requests.as("operator").removeAll().statusCode(204);
    }

    @Test
    void whatComesAfterItWasAddedIsToldThoughTheClockOfItsServiceIsBehind() {
        String id = added();
        happens(Instant.now().minus(HALF_AN_HOUR));
        await().until(() -> TestReceivers.got(name).size() == 1);
        requests.change(id, Map.of("paused", true)).statusCode(200);
        requests.change(id, Map.of("paused", false)).statusCode(200).body("webhook.status", equalTo("ACTIVE"));
        happens(Instant.now().minus(HALF_AN_HOUR));
        await().until(() -> TestReceivers.got(name).size() == 2);
    }

    @Test
    void whatWasThereBeforeIsNotToldThoughTheClockOfItsServiceIsAhead() {
        happens(Instant.now().plus(HALF_AN_HOUR));
        String id = added();
        happens(Instant.now());
        await().until(() -> TestReceivers.got(name).size() == 1);
        requests.deliveries(id, Map.of()).body("total", equalTo(1));
        assertEquals(1, TestReceivers.got(name).size());
    }

    /** The address is corrected while the old one has a request that it answers with 410. */
    @Test
    @Tag("H4")
    void whatWasUnderWayToTheOldAddressComesToTheNew() {
        CountDownLatch until = new CountDownLatch(1);
        TestReceivers.isSilent(name, until);
        TestReceivers.answers(name, 410);
        String id = added();
        happens(Instant.now());
        await().until(() -> TestReceivers.got(name).size() == 1);
        requests.change(id, Map.of("url", TestReceivers.url(name + "-new"))).statusCode(200);
        until.countDown();
        await().until(() -> TestReceivers.got(name + "-new").size() == 1);
        requests.list().body("items[0].status", equalTo("ACTIVE"));
        assertEquals(
                TestReceivers.got(name).getFirst().id(),
                TestReceivers.got(name + "-new").getFirst().id());
    }

    private String added() {
        return requests.add(Map.of("url", TestReceivers.url(name), "types", List.of(ENABLED)))
                .statusCode(201)
                .extract()
                .path("webhook.id");
    }

    private static void happens(Instant time) {
        PinServiceTopics.write(
                "out.contoso.com.events",
                "contoso.com/u-1",
                "UserEnabled",
                UUID.randomUUID() + ".0",
                Map.of("tenant", "contoso.com", "userId", "u-1"),
                null,
                time);
    }
}
