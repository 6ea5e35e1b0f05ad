package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The audit over REST: JSON by cursor, CSV and NDJSON as streams; CSV of the other lists; users as of then. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class AuditApiTest {

    private static boolean told;

    @Inject
    ReadModel index;

    @BeforeEach
    void aStory() {
        Awaitility.await().until(index::isCaughtUp);
        if (!told) {
            try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
                Position last = null;
                events.provisioned("contoso.com", "au-1", "audited@contoso.com", "=cmd|'/C calc'!A0");
                events.enabled("contoso.com", "au-1", "4799001", "n-au-1");
                for (String[] change : new String[][] {{"4799001", "4799002"}, {"4799002", "4799003"}}) {
                    last = events.send(
                            "pin.events",
                            "foyer.pin.ConferenceIdChanged.v1",
                            Map.of("tenant", "contoso.com", "userId", "au-1", "from", change[0], "to", change[1]));
                }
                index.passed(List.of(last), Duration.ofSeconds(10));
            }
            told = true;
        }
    }

    @Test
    void newestFirstByCursorWithOldAndNew() {
        String next = as("auditor")
                .queryParam("user", "audited@contoso.com")
                .queryParam("limit", 1)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("total", equalTo(4))
                .body("items[0].type", equalTo("ConferenceIdChanged"))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].changes[0].name", equalTo("conferenceId"))
                .body("items[0].changes[0].from", equalTo("4799002"))
                .body("items[0].changes[0].to", equalTo("4799003"))
                .extract()
                .path("next");
        as("auditor")
                .queryParam("user", "audited@contoso.com")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items[0].changes[0].to", equalTo("4799002"));
    }

    @Test
    void filters() {
        as("admin")
                .queryParam("type", "ConferenceIdChanged")
                .queryParam("actor", "admin")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.type", everyItem(equalTo("ConferenceIdChanged")))
                .body("items.user", hasItem("au-1"));
        as("admin").queryParam("actor", "nobody").get("/api/v1/audit").then().body("total", equalTo(0));
        as("admin").queryParam("user", "never-seen").get("/api/v1/audit").then().body("total", equalTo(0));
        as("admin")
                .queryParam("from", "2030-01-01T00:00:00Z")
                .get("/api/v1/audit")
                .then()
                .body("total", equalTo(0));
        problem(as("admin").queryParam("from", "yesterday").get("/api/v1/audit").then(), 400, "parameter-invalid");
        problem(as("admin").queryParam("limit", "0").get("/api/v1/audit").then(), 400, "parameter-invalid");
    }

    /** A directory chooses ids of users; accounts and services have names. */
    @Test
    @Tag("case-R1")
    void whoHasAnAccountsNameForAnIdIsNotWhoDidIt() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position named = events.provisioned("fabrikam.com", "admin", "mallory@fabrikam.com", "Mallory");
            index.passed(List.of(named), Duration.ofSeconds(10));
        }
        as("admin@fabrikam")
                .queryParam("user", "admin")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].actorName", nullValue());
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        as("admin@fabrikam")
                .queryParam("user", "au-1")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void asCsv() {
        as("auditor")
                .accept("text/csv")
                .queryParam("user", "au-1")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith(
                        "at,type,user,actor,actorName,role,changes,id,commandId,correlationId,data,reason\r\n"))
                .body(containsString(
                        ",ConferenceIdChanged,au-1,admin,,conferencing-admin,conferenceId: 4799002 -> 4799003,"))
                .body(endsWith("\r\n"));
        as("auditor")
                .accept("text/csv")
                .queryParam("user", "au-1")
                .queryParam("separator", "semicolon")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body(containsString("at;type;user;"));
        problem(
                as("auditor")
                        .accept("text/csv")
                        .queryParam("separator", "tab")
                        .get("/api/v1/audit")
                        .then(),
                400,
                "parameter-invalid");
    }

    /** Whoever sends it expects a file. */
    @Test
    void aSeparatorOfNoFileIsRefused() {
        for (String list : new String[] {"audit", "users", "notifications", "meetings", "me"}) {
            problem(
                    as("admin")
                            .queryParam("separator", "semicolon")
                            .get("/api/v1/" + list)
                            .then(),
                    400,
                    "parameter-invalid");
        }
        problem(
                as("admin")
                        .accept("application/x-ndjson")
                        .queryParam("separator", "semicolon")
                        .get("/api/v1/audit")
                        .then(),
                400,
                "parameter-invalid");
    }

    @Test
    void asNdjson() {
        String all = as("auditor")
                .accept("application/x-ndjson")
                .queryParam("user", "au-1")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .extract()
                .asString();
        assertEquals(4, all.lines().count());
    }

    @Test
    void whoeverTakesAnythingGetsJson() {
        as("auditor").accept("*/*").get("/api/v1/audit").then().contentType("application/json");
        as("auditor")
                .accept("text/csv;q=0.5, application/json")
                .get("/api/v1/audit")
                .then()
                .contentType("application/json");
        as("auditor").accept("*/*").get("/api/v1/users").then().contentType("application/json");
    }

    @Test
    void otherListsAsCsvWithoutFormulas() {
        as("auditor")
                .accept("text/csv")
                .queryParam("q", "audited@contoso.com")
                .get("/api/v1/users")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("userId,userPrincipalName,displayName,"))
                .body(containsString("au-1,audited@contoso.com,'=cmd|'/C calc'!A0,"))
                .body(containsString(",true,4799003,"))
                .body(not(containsString("*****")));
        as("auditor")
                .accept("text/csv")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body(startsWith("id,kind,user,to,status,"));
        as("auditor")
                .accept("text/csv")
                .get("/api/v1/meetings")
                .then()
                .statusCode(200)
                .body(startsWith("conferenceId,organizer,subject,"));
    }

    @Test
    void aUserAsOfThen() {
        String changed = as("admin")
                .queryParam("limit", 2)
                .get("/api/v1/users/au-1/history")
                .then()
                .statusCode(200)
                .extract()
                .path("items[1].id");
        as("admin")
                .queryParam("asOf", changed)
                .get("/api/v1/users/audited@contoso.com")
                .then()
                .statusCode(200)
                .body("conferencing.conferenceId", equalTo("4799002"))
                .body("conferencing.pin", equalTo("***********"));
        as("admin")
                .get("/api/v1/users/au-1")
                .then()
                .body("conferencing.conferenceId", equalTo("4799003"))
                .body("conferencing.lock", nullValue());
        problem(
                as("admin")
                        .queryParam("asOf", "2000-01-01T00:00:00Z")
                        .get("/api/v1/users/au-1")
                        .then(),
                404,
                "user-not-found");
        problem(
                as("admin")
                        .queryParam("asOf", "yesterday")
                        .get("/api/v1/users/au-1")
                        .then(),
                404,
                "event-not-found");
    }

    /** It stands in the user's history, so it is an event of the user. */
    @Test
    void aUserAsOfAMail() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            events.provisioned("contoso.com", "au-2", "audited2@contoso.com", "Audited");
            events.enabled("contoso.com", "au-2", "4799011", "n-au-2");
            Position mail = events.mail(
                    "foyer.notification.NotificationSent.v1", "au-2", "n-au-2", "to", "audited2@contoso.com");
            Position last = events.send(
                    "pin.events",
                    "foyer.pin.ConferenceIdChanged.v1",
                    Map.of("tenant", "contoso.com", "userId", "au-2", "from", "4799011", "to", "4799012"));
            index.passed(List.of(mail, last), Duration.ofSeconds(10));
        }
        String sent = as("admin")
                .get("/api/v1/users/au-2/history")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.type == 'NotificationSent' }.id");
        as("admin")
                .queryParam("asOf", sent)
                .get("/api/v1/users/au-2")
                .then()
                .statusCode(200)
                .body("conferencing.conferenceId", equalTo("4799011"));
    }
}
