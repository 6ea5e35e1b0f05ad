package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages beside the users without a browser: what each role sees and may, in both languages. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class DeskPagesTest {

    private static final String MEETING = "612345678";
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
            List<Position> positions = List.of(
                    events.provisioned("contoso.com", "d-1", "dora@contoso.com", "Dora <i>Desk</i>"),
                    events.enabled("contoso.com", "d-1", "4711888", "n-d-1"),
                    events.mail(
                            "foyer.notification.NotificationHeld.v1", "d-1", "n-d-1", "reason", "AUTOMATIC_MAIL_OFF"),
                    events.send(
                            "meeting.events",
                            "foyer.meeting.MeetingScheduled.v1",
                            Map.of(
                                    "tenant",
                                    "contoso.com",
                                    "conferenceId",
                                    MEETING,
                                    "organizerId",
                                    "d-1",
                                    "subject",
                                    "Budget & more",
                                    "personal",
                                    false,
                                    "startWithoutPin",
                                    false)),
                    events.send(
                            "meeting.events",
                            "foyer.meeting.CallerWaiting.v1",
                            Map.of(
                                    "tenant", "contoso.com",
                                    "conferenceId", MEETING,
                                    "callId", "d-leg",
                                    "from", "+390212345678",
                                    "since", "2026-11-22T10:15:30Z")));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
    }

    @Test
    @Tag("D5")
    void whatIsHeldIsShownWithItsReasonAndWhatEachRoleMayDo() {
        as("admin")
                .get("/admin/deliveries")
                .then()
                .statusCode(200)
                .body(containsString("Dora &lt;i&gt;Desk"))
                .body(containsString("Mails of this kind are not sent by themselves"))
                .body(containsString("value=\"DISCARD\""));
        as("helpdesk")
                .get("/admin/deliveries")
                .then()
                .body(allOf(containsString("value=\"HAND_OVER\""), not(containsString("value=\"DISCARD\""))));
        as("auditor").get("/admin/deliveries").then().statusCode(200).body(not(containsString("value=\"SEND\"")));
        as("bridge").get("/admin/deliveries").then().statusCode(403);
        as("admin@fabrikam").get("/admin/deliveries").then().body(not(containsString("Dora")));
    }

    /** Only notification-service knows where it goes, and that may be away. */
    @Test
    @Tag("D2")
    void whoseAddressNobodyKnowsYetIsNotSaidToHaveNone() {
        Instant now = Instant.now(); // so it is the first that is listed
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> positions = List.of(
                    events.provisioned("contoso.com", "d-2", "dana@contoso.com", "Dana Desk"),
                    events.send(
                            "pin.events",
                            "foyer.pin.UserEnabled.v1",
                            Map.of(
                                    "tenant", "contoso.com",
                                    "userId", "d-2",
                                    "conferenceId", "4711887",
                                    "pinSetAt", now.toString(),
                                    "pinSetBy", "admin",
                                    "notificationId", "n-d-2",
                                    "mail", "HELD"),
                            now));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
        as("admin")
                .get("/admin/deliveries/n-d-2")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<dd>address not known yet</dd>"),
                        not(containsString("data-keeps=\"other\" open"))));
        as("admin")
                .get("/admin/deliveries?view=held")
                .then()
                .body(containsString(
                        "<bdi>Dana Desk</bdi></a><span class=\"quiet small\">address not known yet</span>"));
    }

    @Test
    @Tag("A5")
    void onlyAnAdministratorIsOfferedToReveal() {
        as("admin").get("/admin/deliveries/n-d-1").then().body(containsString("/n-d-1/reveal"));
        as("helpdesk").get("/admin/deliveries/n-d-1").then().statusCode(200).body(not(containsString("/reveal")));
        as("helpdesk").post("/admin/deliveries/n-d-1/reveal").then().statusCode(403);
        as("helpdesk").post("/admin/deliveries/n-d-1/discard").then().statusCode(403);
        as("auditor").post("/admin/deliveries/n-d-1/send").then().statusCode(403);
    }

    /** It would go to the user's own address by the button above it. */
    @Test
    @Tag("D5")
    void anotherAddressThatIsNoneStaysTyped() {
        as("admin")
                .header("HX-Request", "true")
                .formParam("address", "dora <at> home")
                .post("/admin/deliveries/n-d-1/send")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("role=\"alert\""),
                        containsString("data-keeps=\"other\" open"),
                        containsString("value=\"dora &lt;at&gt; home\" data-typed")));
    }

    @Test
    void italianIsSpokenToWhoWantsIt() {
        as("admin")
                .header("Accept-Language", "it")
                .get("/admin/deliveries")
                .then()
                .body(containsString("Da consegnare"))
                .body(containsString("<html lang=\"it\""));
    }

    @Test
    void whoWaitsIsShownMaskedAndLetInByAdministrators() {
        as("admin")
                .get("/admin/meetings")
                .then()
                .statusCode(200)
                .body(containsString("Budget &amp; more"))
                .body(containsString("612 345 678"));
        as("auditor")
                .get("/admin/meetings/" + MEETING)
                .then()
                .body(containsString("+39•••••••78"))
                .body(not(containsString("+390212345678")))
                .body(containsString("Caller waits"));
        as("helpdesk")
                .get("/admin/meetings/" + MEETING)
                .then()
                .statusCode(200)
                .body(not(containsString("Caller waits")));
        as("helpdesk").post("/admin/meetings/" + MEETING + "/admit").then().statusCode(403);
        as("admin@fabrikam").get("/admin/meetings/" + MEETING).then().statusCode(404);
    }

    @Test
    @Tag("F")
    void theAuditFindsByMeetingAndExports() {
        as("auditor")
                .queryParam("conferenceId", "612 345 678")
                .get("/admin/audit")
                .then()
                .statusCode(200)
                .body(containsString("2 events"))
                .body(containsString("Meeting made"));
        as("auditor")
                .get("/admin/audit/export.csv?conferenceId=" + MEETING)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString("CallerWaiting"));
        as("auditor")
                .get("/admin/audit/export.ndjson?type=UserEnabled&user=d-1")
                .then()
                .statusCode(200)
                .body(containsString("\"type\":\"UserEnabled\""));
        as("auditor").get("/admin/audit?from=yesterday").then().statusCode(400);
        as("helpdesk").get("/admin/audit").then().statusCode(403);
    }

    @Test
    @Tag("F")
    void aUsersTimelineHasTheMailsAndTheMeetings() {
        as("helpdesk")
                .get("/admin/audit/users/d-1")
                .then()
                .statusCode(200)
                .body(containsString("Mail held"))
                .body(containsString("Caller waits"))
                .body(containsString("Dial-in conferencing enabled"));
        as("admin").get("/admin/audit/users/d-1?asOf=none").then().statusCode(404);
    }

    @Test
    void aServiceThatIsAwayIsSaidAndTheRestIsShown() {
        as("admin")
                .get("/admin/overview?range=hour")
                .then()
                .statusCode(200)
                .body(containsString("pin-service does not answer"))
                .body(containsString("Mails held"));
        as("admin")
                .get("/admin/overview/counts?range=month")
                .then()
                .statusCode(200)
                .body(containsString("\"resets\""));
        as("admin").get("/admin/overview?range=century").then().statusCode(400);
        as("admin").get("/admin/settings").then().statusCode(503).contentType("text/html");
    }
}
