package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A bridge that asks one of several gateways, of which this one has not read of the call yet: the question is on its way before the record is there. No service
 * answers here, so whoever finds the call, and needs one, answers 503.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("E5")
@Tag("case-R12")
class BridgeOfSeveralTest {

    private static final String CALLS = "/api/v1/bridge/calls/";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    @BeforeEach
    void catchUp() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
    }

    @ParameterizedTest
    @CsvSource({"GET,200", "DELETE,503", "PIN,503"})
    void aCallThatJustCameByAnotherGatewayIsFound(String what, int found) throws Exception {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0;
                i < 3 && !answers.contains(found);
                i++) { // a slow machine may read of it later than anybody waits
            String call = "elsewhere-" + UUID.randomUUID();
            CompletableFuture<Integer> asked = ask(() -> status(what, call));
            try (Events events = events()) {
                waits(events, "6200001", call);
            }
            answers.add(asked.get(10, TimeUnit.SECONDS));
        }
        assertTrue(answers.contains(found), answers::toString);
    }

    /** In two topics' partitions: what it has left shows before where it is. */
    @Test
    void aCallThatGoesOverHasNotHungUp() throws Exception {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0; i < 3 && !answers.contains(503); i++) {
            String call = "goes-over-" + UUID.randomUUID();
            try (Events events = events()) {
                waits(events, "6200002", call);
                var left = events.send(
                        "meeting.events",
                        "foyer.meeting.ParticipantLeft.v1",
                        with("6200002", Map.of("participantId", call, "kind", "CALLER", "at", "2026-11-22T10:01:00Z")));
                assertTrue(index.passed(List.of(left), Duration.ofSeconds(20)));
            }
            CompletableFuture<Integer> asked = ask(() -> status("PIN", call));
            try (Events events = events()) {
                waits(events, "6200003", call);
            }
            answers.add(asked.get(10, TimeUnit.SECONDS));
        }
        assertTrue(answers.contains(503), answers::toString);
    }

    /** What the right PIN sets back (B2) shows with the answer, as what a wrong one counts: another topic than the start's. */
    @Test
    @Tag("B2")
    void theAnswerToTheRightPinIsAsFarAsItsEvent() throws Exception {
        String call = "verified-" + UUID.randomUUID();
        try (StandIn service = new StandIn(pinService.getPort())
                        .onceReachedBy(() -> as("admin").delete("/api/v1/webhooks/w-0"));
                Events events = events()) {
            waits(events, "6200004", call);
            var leads = events.send(
                    "meeting.events",
                    "foyer.meeting.CallerAdmitted.v1",
                    with("6200004", Map.of("callId", call, "leader", true, "at", "2026-11-22T10:01:00Z")));
            assertTrue(index.passed(List.of(leads), Duration.ofSeconds(20)));
            service.at("pin.events-0@99999999")
                    .answers(StandIn.Answer.json(200, "{\"verified\": true, \"triesLeft\": 3}"));
            as("bridge")
                    .contentType("application/json")
                    .body("{\"pin\": \"48213\"}")
                    .post(CALLS + call + "/organizer-pin")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("JOINED"))
                    .header("Foyer-View", equalTo("behind"));
        }
    }

    private static Events events() {
        return new Events(BrokerResource.broker().bootstrapServers());
    }

    private static CompletableFuture<Integer> ask(Supplier<Integer> question) {
        return CompletableFuture.supplyAsync(question);
    }

    private static int status(String what, String call) {
        return switch (what) {
            case "GET" -> as("bridge").get(CALLS + call).statusCode();
            case "DELETE" -> as("bridge").delete(CALLS + call).statusCode();
            default ->
                as("bridge")
                        .contentType("application/json")
                        .body("{\"pin\": \"48213\"}")
                        .post(CALLS + call + "/organizer-pin")
                        .statusCode();
        };
    }

    private static void waits(Events events, String conferenceId, String call) {
        events.send(
                "meeting.events",
                "foyer.meeting.MeetingScheduled.v1",
                with(conferenceId, Map.of("organizerId", "u-6", "personal", true, "startWithoutPin", false)));
        events.send(
                "meeting.events",
                "foyer.meeting.CallerWaiting.v1",
                with(conferenceId, Map.of("callId", call, "since", "2026-11-22T10:00:00Z")));
    }

    private static Map<String, Object> with(String conferenceId, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        data.put("conferenceId", conferenceId);
        return data;
    }
}
