package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.amosIsThere;
import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway makes of requests for campaigns; pin-service is a stand-in that keeps what it was asked. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class CampaignsApiTest {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        amosIsThere(index);
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(Answer.json(200, "{\"users\": 1}"));
        // What is left of connections to another test's stand-in is gone then.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> begin(Map.of("action", "ENABLE", "users", List.of("u-17")))
                                .extract()
                                .statusCode()
                        == 201);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aListIsByUserIdEachOnceAndWhoIsUnknownStays() throws IOException {
        begin(Map.of(
                        "action",
                        "RESET_PIN",
                        "perSecond",
                        7,
                        "users",
                        List.of("AMOS.marble@contoso.com", "nobody@contoso.com", "u-17")))
                .statusCode(201)
                .body("state", equalTo("RUNNING"))
                .body("users", equalTo(2))
                .body("left", equalTo(2));
        JsonNode body = JSON.readTree(service.asked().getLast().body());
        assertEquals(JSON.readTree("""
                        {"action": "RESET_PIN", "perSecond": 7, "count": 2, "from": 0,
                         "users": ["u-17", "nobody@contoso.com"]}"""), body);
        assertEquals(
                "conferencing-admin",
                service.asked().getLast().token().path("role").asText());
    }

    @Test
    void aSearchIsResolvedWholeAndCsvIsAListToo() throws IOException {
        begin(Map.of("action", "ENABLE", "query", Map.of("q", "amos"))).statusCode(201);
        assertEquals("[\"u-17\"]", users(0));
        begin(Map.of("action", "ENABLE", "query", " amos ")).statusCode(201);
        assertEquals("[\"u-17\"]", users(0));
        as("admin")
                .contentType("text/csv")
                .queryParam("action", "enable")
                .body("displayName,user\nAmos,amos.marble@contoso.com\n")
                .post(CAMPAIGNS)
                .then()
                .statusCode(201);
        assertEquals("[\"u-17\"]", users(0));
    }

    /** Twice the same request is one campaign, whose parts have the same command ids. */
    @Test
    void aRepeatedRequestIsTheSameCampaign() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> wanted = Map.of("action", "ENABLE", "users", List.of("u-17"));
        String first = begin(wanted, key).statusCode(201).extract().path("id");
        String call = service.asked().getLast().call();
        String command = service.asked().getLast().token().path("command").asText();
        assertEquals(first, begin(wanted, key).statusCode(201).extract().path("id"));
        assertEquals(call, service.asked().getLast().call());
        assertEquals(command, service.asked().getLast().token().path("command").asText());
    }

    @Test
    void aDryRunCountsAndBeginsNothing() {
        service.answers(Answer.json(200, """
                {"results": [{"user": "u-17", "outcome": "DONE", "mail": "HELD"},
                 {"user": "u-18", "outcome": "FAILED", "reason": "OWN_PIN"},
                 {"user": "u-19", "outcome": "UNCHANGED", "reason": "PIN_LONG_ENOUGH"}]}"""));
        begin(Map.of("action", "REISSUE_SHORT_PINS", "users", List.of("u-17", "u-18", "u-19"), "dryRun", true))
                .statusCode(200)
                .body("possible", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("failed", equalTo(1))
                .body("reasons.OWN_PIN", equalTo(1))
                .body("mails.HELD", equalTo(1))
                .body("refused.user", equalTo(List.of("u-18")));
        assertTrue(service.asked().getLast().call().endsWith("/campaigns/preview"));
    }

    /** Whoever says "only try" in a way that is not read would get ten thousand new PINs. */
    @ParameterizedTest
    @Tag("case-R8")
    @ValueSource(
            strings = {
                "dryRun=1",
                "dryRun=TRUE",
                "dryRun=yes",
                "dryRun=",
                "dryRun",
                "dryrun=true",
                "dry_run=true",
                "dryRun=true&reason=x"
            })
    void aTrialThatIsNotUnderstoodIsNoCampaign(String query) {
        int before = service.asked().size();
        problem(
                as("admin")
                        .contentType("text/csv")
                        .body("user\namos.marble@contoso.com\n")
                        .post(CAMPAIGNS + "?action=RESET_PIN&" + query)
                        .then(),
                400,
                "parameter-invalid");
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("action", "RESET_PIN", "users", List.of("u-17")))
                        .post(CAMPAIGNS + "?" + query)
                        .then(),
                400,
                "parameter-invalid");
        assertEquals(before, service.asked().size());
    }

    @Test
    void whatCannotBeIsRefusedAtTheDoor() {
        int before = service.asked().size();
        problem(begin(Map.of("users", List.of("u-17"))), 400, "field-missing");
        problem(begin(Map.of("action", "REMOVE", "users", List.of("u-17"))), 400, "parameter-invalid");
        problem(begin(Map.of("action", "ENABLE")), 400, "campaign-users-or-query");
        problem(begin(Map.of("action", "ENABLE", "query", Map.of("q", "locked:perhaps"))), 400, "parameter-invalid");
        problem(begin(Map.of("action", "ENABLE", "users", List.of())), 400, "campaign-empty");
        problem(begin(Map.of("action", "ENABLE", "query", Map.of("q", "zzz"))), 400, "campaign-empty");
        problem(begin(Map.of("action", "ENABLE", "query", "zzz")), 400, "campaign-empty");
        problem(begin(Map.of("action", "ENABLE", "query", "locked:perhaps")), 400, "parameter-invalid");
        problem(begin(Map.of("action", "ENABLE", "query", List.of("amos"))), 400, "malformed-json");
        problem(begin(Map.of("action", "ENABLE", "query", Map.of("words", "amos"))), 400, "malformed-json");
        problem(begin(Map.of("action", "ENABLE", "users", List.of("Amos Marble"))), 400, "parameter-invalid");
        problem(begin(Map.of("action", "ENABLE", "users", List.of("a"), "perSecond", 201)), 400, "parameter-invalid");
        problem(as("admin").get(CAMPAIGNS + "/nothing").then(), 404, "campaign-not-found");
        problem(as("admin").post(CAMPAIGNS + "/nothing/stop").then(), 404, "campaign-not-found");
        assertEquals(before, service.asked().size());
    }

    @Test
    void progressResultStopAndContinueAreOfTheOwnTenant() {
        String id = UUID.randomUUID().toString();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            say(events, id, "Started", Map.of("action", "RESET_PIN", "perSecond", 20, "users", 3));
            var last = say(
                    events,
                    id,
                    "Progressed",
                    Map.of(
                            "results",
                            List.of(
                                    Map.of("user", "u-17", "outcome", "DONE", "mail", "QUEUED"),
                                    Map.of("user", "=cmd()", "outcome", "FAILED", "reason", "USER_NOT_FOUND")),
                            "done",
                            1,
                            "unchanged",
                            0,
                            "failed",
                            1,
                            "left",
                            1));
            assertTrue(index.passed(List.of(last), Duration.ofSeconds(10)));
            as("auditor")
                    .get(CAMPAIGNS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("done", equalTo(1))
                    .body("failed", equalTo(1))
                    .body("left", equalTo(1))
                    .body("createdBy", equalTo("admin"))
                    .body("reasons.USER_NOT_FOUND", equalTo(1));
            as("auditor")
                    .get(CAMPAIGNS + "/" + id + "/result")
                    .then()
                    .statusCode(200)
                    .contentType("text/csv")
                    .body(containsString("u-17,amos.marble@contoso.com,Amos Marble,DONE,,QUEUED,"))
                    .body(containsString("'=cmd(),,,FAILED,USER_NOT_FOUND,,"));
            as("auditor").get(CAMPAIGNS + "?state=running").then().body("items.id", hasItem(id));
            as("auditor")
                    .accept("text/csv")
                    .get(CAMPAIGNS)
                    .then()
                    .statusCode(200)
                    .body(containsString(id + ",RESET_PIN,RUNNING"));
            as("admin@fabrikam").get(CAMPAIGNS).then().body("total", equalTo(0));
            problem(as("admin@fabrikam").get(CAMPAIGNS + "/" + id + "/result").then(), 404, "campaign-not-found");
            problem(as("admin@fabrikam").post(CAMPAIGNS + "/" + id + "/stop").then(), 404, "campaign-not-found");
            service.answers(Answer.json(204, ""));
            as("admin").post(CAMPAIGNS + "/" + id + "/stop").then().statusCode(200);
            assertTrue(service.asked().getLast().call().endsWith("/campaigns/" + id + "/stop"));
            var end = say(events, id, "Finished", Map.of("done", 1, "unchanged", 0, "failed", 1, "left", 1));
            assertTrue(index.passed(List.of(end), Duration.ofSeconds(10)));
            problem(as("admin").post(CAMPAIGNS + "/" + id + "/continue").then(), 409, "campaign-is-over");
            as("auditor")
                    .get("/api/v1/audit?type=CampaignStarted")
                    .then()
                    .body("items[0].data.campaignId", equalTo(id))
                    .body(not(containsString("\"pin\"")));
        }
    }

    /** Of a later version, or of nobody: it is left out, and all others are shown. */
    @Test
    @Tag("case-T3")
    void oneThatNobodyHereCanShowTakesNoOthersAlong() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            String odd = UUID.randomUUID().toString();
            String known = UUID.randomUUID().toString();
            say(events, odd, "Started", Map.of("action", "PAINT", "users", 2, "perSecond", 20));
            var last = say(events, known, "Started", Map.of("action", "ENABLE", "users", 2, "perSecond", 20));
            assertTrue(index.passed(List.of(last), Duration.ofSeconds(10)));
            as("auditor")
                    .get(CAMPAIGNS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(known))
                    .body("items.id", not(hasItem(odd)));
        }
    }

    private static Position say(Events events, String id, String name, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        data.put("campaignId", id);
        data.put("at", "2026-11-27T10:15:30Z");
        return events.send("pin.events", "foyer.pin.Campaign" + name + ".v1", data);
    }

    private String users(int fromLast) throws IOException {
        return JSON.readTree(service.asked().reversed().get(fromLast).body())
                .path("users")
                .toString();
    }

    private static ValidatableResponse begin(Map<String, ?> body) {
        return as("admin")
                .contentType("application/json")
                .body(body)
                .post(CAMPAIGNS)
                .then();
    }

    private static ValidatableResponse begin(Map<String, ?> body, String key) {
        return as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(CAMPAIGNS)
                .then();
    }
}
