package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.hamcrest.Matchers.equalTo;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails at the beginning and at the end of what can be done about them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class MailsApiTest {

    @Inject
    ReadModel index;

    @BeforeEach
    void caughtUp() {
        Awaitility.await().until(index::isCaughtUp);
    }

    @Test
    @Tag("A4")
    void aRevealedMailIsNeverRevealedAgainWhoeverRemembersIt() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position revealed = events.mail(
                    "foyer.notification.NotificationRevealed.v1",
                    "another",
                    "n-revealed",
                    "revealedAt",
                    "2026-11-22T10:16:00Z");
            index.passed(List.of(revealed), Duration.ofSeconds(10));
        }
        as("admin")
                .post("/api/v1/notifications/n-revealed/reveal")
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/already-revealed"));
        as("auditor")
                .get("/api/v1/notifications/n-revealed")
                .then()
                .statusCode(200)
                .body("revealedAt", equalTo("2026-11-22T10:16:00Z"));
    }

    /** An account without a userId is known by its name; whoever is called so reveals nothing of their own. */
    @Test
    @Tag("A3")
    @Tag("A4")
    void nobodyRevealsTheirOwnPinWhoseAccountIsKnownByItsNameAlone() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position known = events.provisioned("fabrikam.com", "u-named", "Admin@Fabrikam", "Anna");
            Map<String, Object> held = Map.of(
                    "tenant", "fabrikam.com",
                    "userId", "u-named",
                    "notificationId", "n-own",
                    "kind", "PIN_RESET",
                    "status", "HELD",
                    "attempts", 0,
                    "createdAt", "2026-11-22T10:15:30Z",
                    "expiresAt", "2026-11-29T10:15:30Z");
            Position mail = events.send("notification.events", "foyer.notification.NotificationHeld.v1", held);
            index.passed(List.of(known, mail), Duration.ofSeconds(10));
        }
        as("admin@fabrikam")
                .post("/api/v1/notifications/n-own/reveal")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/own-pin-reveal"));
    }
}
