package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.base.events.CloudEventWriter;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

/** What could not be used is seen by its tenant, with what may be seen of it; what is done about it is asked of who wrote the letter. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class DeadLettersTest {

    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final CloudEventWriter WRITER = new CloudEventWriter("test");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private Events events;
    private long sequence;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").get("/api/v1/settings"));
        events = new Events(BrokerResource.broker().bootstrapServers());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
    }

    @AfterEach
    void close() {
        events.close();
        service.close();
    }

    @Test
    void aTenantSeesItsOwnWithWhatItsSystemsWrote() {
        String reason = "Unheard of " + UUID.randomUUID();
        String id = buried(DIRECTORY, "WHOLE", "{\"userId\":\"u-1\"}", reason);
        String row = "items.find { it.id == '" + id + "' }.";
        as("auditor")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body(row + "state", equalTo("OPEN"))
                .body(row + "service", equalTo("pin-service"))
                .body(row + "tenant", equalTo("contoso.com"))
                .body(row + "reason", equalTo(reason))
                .body(row + "origin.topic", equalTo(DIRECTORY))
                .body(row + "origin.offset", equalTo(4711))
                .body(row + "replayable", equalTo(true))
                .body(row + "content.key", equalTo("u-1"))
                .body(row + "content.type", equalTo("foyer.directory.UserChanged.v1"))
                .body(row + "content.value", equalTo("{\"userId\":\"u-1\"}"))
                .body(row + "outcome", nullValue());
        as("admin@fabrikam").queryParam("reason", reason).get(LETTERS).then().body("items", empty());
        as("operator").queryParam("reason", reason).get(LETTERS).then().body("items", empty());
        as("operator")
                .header("Foyer-Tenant", "contoso.com")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .body("total", equalTo(1));
        as("admin")
                .queryParam("origin", DIRECTORY + "/1/4711")
                .queryParam("state", "open")
                .get(LETTERS)
                .then()
                .body("items.id", hasItem(id));
        as("admin")
                .queryParam("origin", "in.contoso.com.bridge")
                .get(LETTERS)
                .then()
                .body("items.id", not(hasItem(id)));
        as("admin")
                .queryParam("reason", reason)
                .accept("text/csv")
                .get(LETTERS)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(id))
                .body(containsString("pin-service"));
    }

    @Test
    @Tag("A6")
    void whatIsConfidentialIsNotShown() {
        String reason = "Confidential " + UUID.randomUUID();
        String secret = buried(DIRECTORY, "NOTHING", null, reason);
        String delivery = buried("pin.deliveries", "AT_ORIGIN", null, reason);
        String event = buried("pin.events", "WHOLE", "{\"userId\":\"u-1\"}", reason);
        as("admin")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .body("items.id", equalTo(List.of(secret)))
                .body("items[0].content", nullValue())
                .body("items[0].replayable", equalTo(false));
        as("operator")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .body("total", equalTo(2))
                .body("items.id", hasItem(delivery))
                .body("items.id", hasItem(event))
                .body("items.content", equalTo(Arrays.asList(null, null)))
                .body("items.tenant", equalTo(Arrays.asList(null, null)));
    }

    @Test
    @Tag("case-S7")
    void callersNumbersAreMaskedAsEverywhere() {
        String reason = "Bridge " + UUID.randomUUID();
        buried("in.contoso.com.bridge", "WHOLE", "{\"callId\":\"c-1\",\"from\":\"+12065550155\"}", reason);
        buried("in.contoso.com.bridge", "WHOLE", "from +12065550155", reason);
        as("admin")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .body("items", hasSize(2))
                .body(not(containsString("2065550155")))
                .body(containsString("c-1"));
    }

    @Test
    void aReplayIsAskedOfWhoWroteTheLetterAndItsOutcomeStandsOnIt() {
        String id = buried(DIRECTORY, "WHOLE", "{}", "Replayed " + UUID.randomUUID());
        service.answers(Answer.json(200, "{\"outcome\":\"BURIED_AGAIN\",\"attempt\":1,\"why\":\"Still.\"}"));
        happened(
                id,
                "foyer.pin.DeadLetterReplayed.v1",
                Map.of("outcome", "BURIED_AGAIN", "why", "Still.", "reason", "INC-1"));
        as("admin")
                .contentType("application/json")
                .body(Map.of("reason", "INC-1"))
                .post(LETTERS + "/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("BURIED_AGAIN"))
                .body("outcome.why", equalTo("Still."))
                .body("outcome.by", equalTo("admin"));
        StandIn.Asked asked = service.asked().getLast();
        assertEquals("POST /internal/v1/tenants/contoso.com/dead-letters/" + id + "/replay", asked.call());
        assertTrue(asked.body().contains("INC-1"), asked.body());
        assertEquals("conferencing-admin", asked.token().path("role").asText());
        as("auditor")
                .queryParam("type", "DeadLetterReplayed")
                .get("/api/v1/audit")
                .then()
                .body("items.data.deadLetterId", hasItem(id));
        problem(
                as("admin@fabrikam")
                        .contentType("application/json")
                        .post(LETTERS + "/" + id + "/replay")
                        .then(),
                404,
                "dead-letter-not-found");
        problem(
                as("operator")
                        .contentType("application/json")
                        .post(LETTERS + "/" + id + "/replay")
                        .then(),
                404,
                "dead-letter-not-found");
        problem(
                as("operator")
                        .header("Foyer-Tenant", "contoso.com")
                        .contentType("application/json")
                        .post(LETTERS + "/" + id + "/replay")
                        .then(),
                403,
                "role-missing");
        as("auditor")
                .contentType("application/json")
                .post(LETTERS + "/" + id + "/replay")
                .then()
                .statusCode(403);
    }

    /** Of a rebuilt index the topics are read in any order, and a letter may be gone by then. */
    @Test
    void anOutcomeThatIsHeardOfBeforeItsLetterIsOnIt() {
        String id = UUID.randomUUID().toString().replace("-", "");
        happened(id, "foyer.pin.DeadLetterDiscarded.v1", Map.of("reason", "of a test"));
        String reason = "Late " + UUID.randomUUID();
        as("admin")
                .queryParam("state", "DISCARDED")
                .get(LETTERS)
                .then()
                .body("items.find { it.id == '" + id + "' }.outcome.reason", equalTo("of a test"));
        buried(id, DIRECTORY, "WHOLE", "{}", reason);
        as("admin")
                .queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .body("items[0].state", equalTo("DISCARDED"))
                .body("items[0].replayable", equalTo(false));
    }

    @Test
    void allThatMatchAreReplayedTheOldestFirstAndADryRunDoesNothing() {
        String reason = "Many " + UUID.randomUUID();
        String first = buried(DIRECTORY, "WHOLE", "{}", reason);
        String second = buried(DIRECTORY, "WHOLE", "{}", reason);
        String secret = buried(DIRECTORY, "NOTHING", null, reason);
        int before = service.asked().size();
        RequestSpecification admin = as("admin").contentType("application/json");
        admin.body(Map.of("filter", Map.of("reason", reason)))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("matching", equalTo(3))
                .body("left", equalTo(0))
                .body("items.id", equalTo(List.of(first, second, secret)))
                .body("items.outcome", equalTo(List.of("WOULD_BE_REPLAYED", "WOULD_BE_REPLAYED", "NOT_REPLAYED")));
        admin.body(Map.of())
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("items.id", hasItems(first, second, secret));
        assertEquals(before, service.asked().size());
        Answer buried = Answer.json(200, "{\"outcome\":\"BURIED_AGAIN\",\"attempt\":1,\"why\":\"Still.\"}");
        service.answers(buried, buried, new Answer(409, "application/problem+json", """
                        {"type":"/problems/dead-letter-not-kept","title":"No","status":409,"detail":"Nothing is kept."}"""));
        Map<String, String> again = Map.of("outcome", "BURIED_AGAIN", "why", "Still.");
        happened(first, "foyer.pin.DeadLetterReplayed.v1", again);
        happened(second, "foyer.pin.DeadLetterReplayed.v1", again);
        admin.body(Map.of("filter", Map.of("reason", reason), "dryRun", false))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(first, second, secret)))
                .body("items.outcome", equalTo(List.of("BURIED_AGAIN", "BURIED_AGAIN", "NOT_REPLAYED")))
                .body("items[2].why", equalTo("Nothing is kept."));
        List<StandIn.Asked> asked = service.asked();
        assertEquals(
                List.of(first, second, secret),
                asked.subList(asked.size() - 3, asked.size()).stream()
                        .map(one -> one.call().replaceAll(".*/dead-letters/(.*)/replay", "$1"))
                        .toList());
        problem(admin.body(Map.of("dryRun", false)).post(LETTERS + "/replay").then(), 400, "field-missing");
        as("auditor")
                .contentType("application/json")
                .body(Map.of("filter", Map.of()))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(403);
    }

    /** It may have been done before: nobody knows, so nobody says that it was not. */
    @Test
    void whatAServiceDoesNotSayIsNoRefusal() {
        String reason = "Away " + UUID.randomUUID();
        String id = buried(DIRECTORY, "WHOLE", "{}", reason);
        service.alwaysAnswers(new Answer(503, "application/problem+json", """
                        {"type":"/problems/moving","title":"Moving","status":503,"detail":"It moves; try again."}"""));
        as("admin")
                .contentType("application/json")
                .body(Map.of("filter", Map.of("reason", reason), "dryRun", false))
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items.outcome", equalTo(List.of("REPLAYING")))
                .body("items[0].why", not(nullValue()));
    }

    @Test
    void whoDiscardsSaysWhy() {
        String id = buried(DIRECTORY, "WHOLE", "{}", "Discarded " + UUID.randomUUID());
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of())
                        .post(LETTERS + "/" + id + "/discard")
                        .then(),
                400,
                "field-missing");
        service.answers(Answer.json(204, ""));
        as("admin")
                .contentType("application/json")
                .body(Map.of("reason", "of a test"))
                .post(LETTERS + "/" + id + "/discard")
                .then()
                .statusCode(204);
        assertEquals(
                "POST /internal/v1/tenants/contoso.com/dead-letters/" + id + "/discard",
                service.asked().getLast().call());
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("reason", "x"))
                        .post(LETTERS + "/nothing/discard")
                        .then(),
                404,
                "dead-letter-not-found");
    }

    @Test
    void meSaysWhoMay() {
        as("admin").get("/api/v1/me").then().body("permissions", hasItem("dead-letters.settle"));
        as("auditor").get("/api/v1/me").then().body("permissions", not(hasItem("dead-letters.settle")));
        as("auditor").get("/api/v1/me").then().body("permissions", hasItem("dead-letters.read"));
    }

    private String buried(String topic, String kept, String value, String reason) {
        String id = UUID.randomUUID().toString().replace("-", "");
        buried(id, topic, kept, value, reason);
        return id;
    }

    private void buried(String id, String topic, String kept, String value, String reason) {
        shown(events.buried(id, topic, kept, value, reason));
    }

    private void happened(String id, String type, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "tenant",
                "contoso.com",
                "deadLetterId",
                id,
                "topic",
                DIRECTORY,
                "partition",
                1,
                "offset",
                4711,
                "at",
                Instant.now().toString()));
        data.putAll(more);
        String key = "contoso.com/" + id;
        CommandMeta meta = new CommandMeta(
                UUID.randomUUID().toString(), "correlation-1", new Actor("admin", "conferencing-admin", null));
        Instant at = Instant.now();
        shown(events.send(WRITER.write(
                new PublicRecord("pin.events", key, type, key, "contoso.com", data), meta, 0, ++sequence, at, at)));
    }

    private void shown(Position position) {
        assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
    }
}
