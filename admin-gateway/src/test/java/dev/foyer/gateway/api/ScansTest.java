package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.scans.CallSources;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway does with callers who guess; the services are stand-ins that keep what they were asked. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G2")
class ScansTest {

    private static final Answer UNKNOWN = Answer.json(200, "{\"state\":\"UNKNOWN_CONFERENCE\"}");
    private static final Answer LOBBY = Answer.json(200, "{\"state\":\"LOBBY\",\"askForOrganizer\":true}");

    @Inject
    ReadModel index;

    @Inject
    CallSources sources;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    /** pin-service and meeting-service are the same stand-in here. */
    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort()).at("pin.events-0@-1").alwaysAnswers(LOBBY);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> index.isCaughtUp()
                        && dial("warm", "4711007", "+15550100").statusCode() == 200);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whoIsRightMakesNoRequestForIt() {
        int before = service.asked().size();
        assertEquals("LOBBY", dial("right", "4711007", "+15550101").path("state"));
        assertEquals(before + 1, service.asked().size());
    }

    @Test
    @Tag("case-S7")
    void aMissIsCountedAndWhatPinServiceRefusesIsNotLookedUp() {
        String until = Instant.now().plusSeconds(60).toString();
        service.answers(UNKNOWN, Answer.json(200, "{\"idsRefusedUntil\":\"" + until + "\"}"));
        Response looked = dial("miss", "4711008", "+15550102");
        misses(1);
        String source = service.asked().getLast().call().replaceAll(".*/call-sources/(.*)/misses", "$1");
        assertTrue(source.startsWith("number."), source);
        Awaitility.await().untilAsserted(() -> {
            int before = service.asked().size();
            Response refused = dial("refused", "4711007", "+15550102");
            assertEquals(before, service.asked().size(), "an ID that exists is not looked up either");
            assertEquals(looked.asString(), refused.asString());
        });
        assertEquals("LOBBY", dial("other", "4711007", "+15550103").path("state"), "another number is another matter");
        assertEquals(looked.asString(), dial("impossible", "12", "+15550103").asString());
    }

    @Test
    void whatOtherGatewaysWereToldIsKnownHereAndOneClearsIt() {
        String source = sources.of(new Account("bridge", "contoso.com", Set.of("bridge"), null), "+15550105")
                .id();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "pin.events",
                    "foyer.pin.ConferenceIdScanSuspected.v1",
                    Map.of(
                            "tenant", "contoso.com",
                            "source", source,
                            "kind", "NUMBER",
                            "account", "bridge",
                            "unknownConferenceIds", 101,
                            "conferenceIdsRefusedUntil", "2099-11-26T10:15:31Z",
                            "organizersGuessedAt", 0,
                            "at", "2026-11-26T10:15:30Z"));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
        as("auditor")
                .get("/api/v1/scans")
                .then()
                .statusCode(200)
                .body("items.find { it.source == '" + source + "' }.unknownConferenceIds", equalTo(101));
        as("auditor")
                .accept("text/csv")
                .get("/api/v1/scans")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("source,kind,account,caller,unknownConferenceIds,"))
                .body(containsString(source + ",NUMBER,bridge,"));
        as("admin@fabrikam").get("/api/v1/scans").then().body("total", equalTo(0));
        int before = service.asked().size();
        assertEquals("UNKNOWN_CONFERENCE", dial("known", "4711007", "+15550105").path("state"));
        assertEquals(before, service.asked().size());
        service.answers(Answer.json(204, ""));
        as("admin").delete("/api/v1/scans/" + source).then().statusCode(204);
        assertEquals(
                "DELETE /internal/v1/tenants/contoso.com/call-sources/" + source,
                service.asked().getLast().call());
        problem(as("admin").delete("/api/v1/scans/nothing").then(), 404, "scan-not-found");
    }

    /** Calls without a number are many people: whatever some of them did, what exists is found for the others. */
    @Test
    @Tag("case-S7")
    void withoutANumberOnlyWhoIsWrongIsToldLate() {
        Instant until = Instant.now().plusSeconds(5);
        service.answers(UNKNOWN, Answer.json(200, "{\"idsRefusedUntil\":\"" + until + "\"}"));
        dial("withheld-miss", "4711008", null);
        misses(1);
        for (int i = 0; i < 20; i++) {
            assertEquals("LOBBY", dial("withheld-" + i, "4711007", null).path("state"), "it exists");
        }
        assertTrue(Instant.now().isBefore(until), "and nobody waited for it");
        service.answers(UNKNOWN, Answer.json(200, "{}"));
        assertEquals(
                "UNKNOWN_CONFERENCE", dial("withheld-wrong", "4711008", null).path("state"));
        assertTrue(!Instant.now().isBefore(until), "who was wrong heard it when the wait was over");
        misses(2);
        // What was late on purpose can be told from what is slow.
        Patience.await().until(() -> dialled("guess") == 1 && dialled("no") > 20);
    }

    private long dialled(String delayed) {
        return metrics
                .find("http.server.requests")
                .tags("uri", "/api/v1/bridge/calls", "delayed", delayed)
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    /** Waits until so many were told to pin-service, which is beside the answer: what comes later would take the next test's answers. */
    private void misses(int told) {
        Patience.await()
                .until(() -> service.asked().stream()
                                .filter(asked -> asked.call().endsWith("/misses"))
                                .count()
                        == told);
    }

    private static Response dial(String callId, String conferenceId, String from) {
        String number = from == null ? "" : ", \"from\": \"" + from + "\"";
        return as("bridge")
                .contentType("application/json")
                .body("{\"callId\": \"%s\", \"conferenceId\": \"%s\"%s}".formatted(callId, conferenceId, number))
                .post("/api/v1/bridge/calls");
    }
}
