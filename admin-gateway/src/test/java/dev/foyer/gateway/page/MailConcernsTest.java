package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What of the mails needs attention: what can still be helped today. Its tenant is tailspin.com, of whose mails nobody else writes. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("D5")
class MailConcernsTest {

    private static final Duration HELD_FOR = Duration.ofDays(7);
    private static final String EXPIRE = "Held mails that expire within a day: ";
    private static final String FAILED = "Mails that failed in the last 24 hours: ";

    @Inject
    ReadModel index;

    @BeforeEach
    void isThere() {
        Awaitility.await().until(() -> index.isCaughtUp());
    }

    @Test
    void aHeldMailIsEverydayWorkUntilItIsAboutToExpire() {
        Instant now = Instant.now();
        mail("mc-new", "HELD", now.minus(Duration.ofHours(1)), now);
        mail("mc-two-days", "HELD", now.minus(Duration.ofDays(5)), now);
        overview().body(not(containsString(EXPIRE)));
        mail("mc-soon", "HELD", now.minus(HELD_FOR).plus(Duration.ofHours(12)), now);
        overview().body(containsString(EXPIRE + "1"));
        mail("mc-soon", "HANDED_OVER", now.minus(HELD_FOR).plus(Duration.ofHours(12)), now);
        overview().body(not(containsString(EXPIRE)));
    }

    @Test
    void aMailThatFailedIsAConcernForADayOrUntilItIsMended() {
        Instant now = Instant.now();
        mail("mc-failed-before", "FAILED", now.minus(Duration.ofDays(3)), now.minus(Duration.ofDays(2)));
        overview().body(not(containsString(FAILED)));
        mail("mc-failed", "FAILED", now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(2)));
        overview().body(containsString(FAILED + "1"));
        mail("mc-failed", "SENT", now.minus(Duration.ofDays(2)), now);
        overview().body(not(containsString(FAILED)));
    }

    private static ValidatableResponse overview() {
        return as("admin@tailspin").get("/admin/overview").then().statusCode(200);
    }

    private void mail(String id, String status, Instant made, Instant at) {
        String type = switch (status) {
            case "HELD" -> "Held";
            case "FAILED" -> "Failed";
            case "SENT" -> "Sent";
            default -> "HandedOver";
        };
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "notification.events",
                    "foyer.notification.Notification" + type + ".v1",
                    Map.of(
                            "tenant",
                            "tailspin.com",
                            "userId",
                            "mc-" + id,
                            "notificationId",
                            id,
                            "kind",
                            "WELCOME",
                            "status",
                            status,
                            "attempts",
                            0,
                            "createdAt",
                            made.toString(),
                            "expiresAt",
                            made.plus(HELD_FOR).toString(),
                            "at",
                            at.toString()),
                    at);
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
    }
}
