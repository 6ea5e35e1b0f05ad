package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** What cannot be taken back asks before: by a script, and without one by a mark that has to be set. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class SureTest {

    private static final String ASKED = "<noscript><label class=\"sure\"><input type=\"checkbox\" required>";
    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void world() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", "s-1", "sara@contoso.com", "Sara Sure"),
                    events.enabled("contoso.com", "s-1", "4711222", "n-s-1"),
                    events.mail(
                            "foyer.notification.NotificationHeld.v1", "s-1", "n-s-1", "reason", "AUTOMATIC_MAIL_OFF"),
                    events.send(
                            "pin.events",
                            "foyer.pin.ConferenceIdScanSuspected.v1",
                            Map.of(
                                    "tenant", "contoso.com",
                                    "source", "number.0816",
                                    "kind", "NUMBER",
                                    "account", "bridge",
                                    "caller", "+390212345679",
                                    "unknownConferenceIds", 11,
                                    "organizersGuessedAt", 0,
                                    "at", "2026-11-26T10:15:30Z")));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
    }

    @Test
    @Tag("A4")
    void aPageAsksAlsoWithoutAScript() {
        for (String sentence : List.of(
                "The PIN is shown one time and never again.",
                "Does the user have what this mail says?",
                "Nobody gets this mail then.",
                "Yes, with all that are chosen.")) {
            as("admin")
                    .get("/admin/deliveries/n-s-1")
                    .then()
                    .statusCode(200)
                    .body(containsString(ASKED + " <span>" + sentence));
        }
        as("admin")
                .header("Accept-Language", "it")
                .get("/admin/scans")
                .then()
                .body(containsString(ASKED + " <span>Di questa origine si dimentica tutto"));
    }

    /** A script that reads a part reads what stands there for browsers without one, too: the form could never be sent. */
    @Test
    void aPartLeavesTheAskingToTheScript() {
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/deliveries/n-s-1")
                .then()
                .body(allOf(containsString("hx-confirm=\"The PIN is shown one time"), not(containsString("noscript"))));
    }

    /** It forgets what was held against somebody who seems to guess, and the next guess may be right. */
    @Test
    @Tag("G2")
    void aScanIsClearedAfterAQuestion() {
        as("admin")
                .get("/admin/scans")
                .then()
                .body(allOf(
                        containsString("/admin/scans/number.0816/clear\" data-sure=\"Nothing is held against"),
                        containsString("/desk.js")));
    }
}
