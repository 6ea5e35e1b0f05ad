package dev.foyer.gateway.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Management;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the API shows of what the topics say. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class ReadModelApiTest {

    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void events() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        List<Position> positions = new ArrayList<>();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            positions.add(events.provisioned("contoso.com", "v-1", "zoe@contoso.com", "Zoë Núñez"));
            positions.add(events.enabled("contoso.com", "v-1", "4711999", "n-1"));
            positions.add(events.send(
                    "pin.events",
                    "foyer.pin.PinLocked.v1",
                    Map.of("tenant", "contoso.com", "userId", "v-1", "since", "2026-11-22T10:15:30Z")));
            positions.add(
                    events.mail("foyer.notification.NotificationHeld.v1", "v-1", "n-1", "at", "2026-11-22T10:15:30Z"));
            positions.add(events.send(
                    "meeting.events",
                    "foyer.meeting.MeetingScheduled.v1",
                    Map.of(
                            "tenant",
                            "contoso.com",
                            "conferenceId",
                            "4711999",
                            "organizerId",
                            "v-1",
                            "personal",
                            true,
                            "startWithoutPin",
                            false)));
            positions.add(events.send(
                    "meeting.events",
                    "foyer.meeting.CallerWaiting.v1",
                    Map.of(
                            "tenant",
                            "contoso.com",
                            "conferenceId",
                            "4711999",
                            "callId",
                            "call-9",
                            "since",
                            "2026-11-22T10:15:30Z")));
        }
        index.passed(positions, Duration.ofSeconds(10));
    }

    private static RequestSpecification as(String account) {
        return given().auth().preemptive().basic(account, Gateway.PASSWORD);
    }

    @Test
    @Tag("A4")
    void aUserIsShownWithoutThePin() {
        as("auditor")
                .get("/api/v1/users/ZOE@contoso.com")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("userId", equalTo("v-1"))
                .body("conferencing.enabled", equalTo(true))
                .body("conferencing.pin", equalTo("***********"))
                .body("conferencing.conferenceId", equalTo("4711999"))
                .body("conferencing.lock.since", equalTo("2026-11-22T10:15:30Z"))
                .body("conferencing.lock", not(hasKey("until")));
    }

    /** As a client does that is generated of the document: of what answers nothing, only the problem is described. */
    @Test
    void whoTakesProblemsIsNotRefusedForIt() {
        as("admin")
                .accept("application/problem+json")
                .delete("/api/v1/users/nobody-of-that-name")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/user-not-found"));
        as("admin")
                .accept("application/problem+json")
                .get("/api/v1/users")
                .then()
                .statusCode(200);
        as("admin").accept("image/png").get("/api/v1/users").then().statusCode(406);
    }

    @Test
    void usersAreFound() {
        as("helpdesk")
                .queryParam("q", "nunez")
                .queryParam("state", "locked")
                .get("/api/v1/users")
                .then()
                .statusCode(200)
                .body("items.userId", equalTo(List.of("v-1")))
                .body("total", equalTo(1))
                .body("$", hasKey("next"))
                .body("next", nullValue());
    }

    /** Of all that the words find, in whatever state, so that each filter says what it would find. */
    @Test
    void usersAreCountedByTheirState() {
        as("helpdesk")
                .get("/api/v1/users?q=nunez&state=disabled&facets=state")
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("facets.state.all", equalTo(1))
                .body("facets.state.enabled", equalTo(1))
                .body("facets.state.disabled", equalTo(0))
                .body("facets.state.locked", equalTo(1))
                .body("facets.state.held", equalTo(1));
        as("helpdesk").get("/api/v1/users?q=nunez").then().body("$", not(hasKey("facets")));
        as("helpdesk")
                .get("/api/v1/users?facets=city")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/parameter-invalid"))
                .body("detail", containsString("STATE"));
    }

    @Test
    @Tag("F")
    void aHistoryCanBeHadAsAFile() {
        String file = as("auditor")
                .accept("text/csv")
                .get("/api/v1/users/zoe@contoso.com/history?separator=semicolon")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        List<String> lines = file.lines().toList();
        assertTrue(lines.getFirst().contains("at;type;user;actor;"), lines.getFirst());
        for (String type : List.of("PinLocked", "UserEnabled", "UserProvisioned", "NotificationHeld")) {
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.contains(";" + type + ";v-1;"))
                            .count(),
                    type);
        }
        as("admin@fabrikam")
                .accept("text/csv")
                .get("/api/v1/users/v-1/history")
                .then()
                .statusCode(404);
        as("bridge").accept("text/csv").get("/api/v1/users/v-1/history").then().statusCode(403);
    }

    @Test
    @Tag("F")
    void historySaysWhoAndWhen() {
        as("auditor")
                .get("/api/v1/users/v-1/history")
                .then()
                .statusCode(200)
                .body("items.type", hasItems("PinLocked", "UserEnabled", "UserProvisioned", "NotificationHeld"))
                .body("items.actor", hasItem("admin"))
                .body("items.correlationId", hasItem("correlation-1"));
    }

    @Test
    void theLedger() {
        as("helpdesk")
                .get("/api/v1/notifications?status=held&user=zoe@contoso.com")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("n-1")))
                .body("items[0].status", equalTo("HELD"));
        as("admin")
                .get("/api/v1/notifications?kind=welcome&from=2020-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("n-1"));
        for (String none : List.of("kind=turned_off", "kind=welcome&to=2020-01-01T00:00:00Z")) {
            as("admin")
                    .get("/api/v1/notifications?" + none)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
        for (String odd : List.of("kind=letter", "from=yesterday", "to=2020-01-01", "status=away")) {
            as("admin")
                    .get("/api/v1/notifications?" + odd)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/parameter-invalid"));
        }
        as("helpdesk").get("/api/v1/notifications/n-1").then().statusCode(200).body("kind", equalTo("WELCOME"));
        as("admin@fabrikam").get("/api/v1/notifications/n-1").then().statusCode(404);
    }

    @Test
    void meetingsAndCalls() {
        as("admin")
                .get("/api/v1/meetings/4711999")
                .then()
                .statusCode(200)
                .body("phase", equalTo("WAITING"))
                .body("counts.waiting", equalTo(1))
                .body("participants[0].id", equalTo("call-9"));
        as("admin")
                .get("/api/v1/meetings?phase=WAITING&organizer=zoe@contoso.com")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        as("bridge")
                .get("/api/v1/bridge/calls/call-9")
                .then()
                .statusCode(200)
                .body("state", equalTo("LOBBY"))
                .body("leader", equalTo(false));
        as("admin@fabrikam").get("/api/v1/meetings/4711999").then().statusCode(404);
    }

    @Test
    void aConferenceIdThatCannotBeIsUnknownWithoutAskingAnybody() {
        as("bridge")
                .contentType("application/json")
                .body(Map.of("callId", "call-10", "conferenceId", "123"))
                .post("/api/v1/bridge/calls")
                .then()
                .statusCode(200)
                .body("state", equalTo("UNKNOWN_CONFERENCE"));
    }

    @Test
    void aPinIsOfDigits() {
        as("bridge")
                .contentType("application/json")
                .body(Map.of("pin", "12ab"))
                .post("/api/v1/bridge/calls/call-9/organizer-pin")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/not-a-pin"))
                .body(not(containsString("12ab")));
    }

    @Test
    void theApiDescribesItself() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/users/{user}/pin/reset"))
                .body("paths.'/api/v1/users/{user}/conferencing'", hasKey("patch"))
                .body("paths", hasKey("/api/v1/users/{user}/conference-id/reset"))
                .body("paths.'/api/v1/users/{user}/conference-id'", hasKey("put"))
                .body("paths", hasKey("/api/v1/notifications/{id}/reveal"))
                .body("paths.'/api/v1/notifications/{id}/retry'.post.responses", hasKey("204"))
                .body("paths.'/api/v1/users/{user}/conferencing/email'.post.responses", hasKey("202"))
                .body("paths", hasKey("/api/v1/notifications/{id}/hand-over"))
                .body("components.schemas.Settings.properties", hasKey("organizerAlertMinutes"))
                .body("components.schemas.Settings.properties", hasKey("pinMail"))
                .body(
                        "paths.'/api/v1/settings'.get.responses.'200'.content.'application/json'.schema.'$ref'",
                        equalTo("#/components/schemas/Settings"))
                .body("paths.'/api/v1/notifications/{id}/hand-over'.post.responses", hasKey("204"))
                .body("paths.'/api/v1/notifications/{id}/send'.post.responses", hasKey("202"))
                .body("paths", hasKey("/api/v1/bridge/calls/{callId}/organizer-pin"))
                .body("components.securitySchemes", hasKey("account"))
                .body("paths.'/api/v1/users'.get.responses", hasKey("default"))
                .body("paths", not(hasKey("/admin/users")));
    }

    @Test
    void itIsReadyAndCounts() {
        Management.get("/q/health/ready").then().statusCode(200);
        Management.get("/q/health/live").then().statusCode(200);
        Management.get("/q/metrics").then().statusCode(200).body(containsString("foyer_index_events_total"));
    }
}
