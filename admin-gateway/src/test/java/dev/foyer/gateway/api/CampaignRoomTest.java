package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.amosIsThere;
import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many campaigns a tenant may have at a time, and a list that breaks off between two of its parts. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(RouteRolesTest.Alone.class) // a broker of its own: other tests look for the latest campaign
@Tag("F")
class CampaignRoomTest {

    private static final Answer TAKEN = Answer.json(200, "{\"users\": 1}");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private Events events;

    @BeforeEach
    void listen() throws IOException {
        amosIsThere(index);
        events = new Events(BrokerResource.broker().bootstrapServers());
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(TAKEN)
                .onceReachedBy(() -> begin(UUID.randomUUID().toString(), List.of("u-17")));
    }

    @AfterEach
    void close() {
        events.close();
        service.close();
    }

    @Test
    void aTenantHasSoManyThatAreNotFinished() {
        List<String> mine = IntStream.range(0, 10)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        say(mine, "Started", Map.of("action", "RESET_PIN", "perSecond", 20, "users", 3));
        try {
            problem(begin(UUID.randomUUID().toString(), List.of("u-17")), 409, "too-many-campaigns");
            assertEquals(List.of(), service.asked());
        } finally {
            say(mine, "Finished", Map.of("done", 3, "unchanged", 0, "failed", 0, "left", 0));
        }
        begin(UUID.randomUUID().toString(), List.of("u-17")).statusCode(201);
    }

    /** The gateway dies, or the service goes, with one part of the list there: the same request says all of it again, under the same names. */
    @Test
    @Tag("case-S11")
    void aListThatBrokeOffIsSaidAgain() {
        String key = UUID.randomUUID().toString();
        List<String> users = IntStream.range(0, 700).mapToObj(i -> "list-" + i).toList();
        service.answers(TAKEN).alwaysAnswers(problemOf(503, "partition-moves"));
        problem(begin(key, users), 503, "partition-moves");
        List<String> first = commands();
        assertTrue(first.size() >= 2 && first.get(0).endsWith("-0"), first::toString);
        service.alwaysAnswers(TAKEN);
        begin(key, users).statusCode(201);
        List<String> all = commands();
        assertEquals(first.getFirst(), all.get(first.size()), "the first part once more");
        assertEquals(first.get(1), all.get(first.size() + 1), "and the part that was lost");
        service.alwaysAnswers(problemOf(409, "campaign-list-broken"));
        problem(begin(UUID.randomUUID().toString(), users), 409, "campaign-list-broken");
    }

    private List<String> commands() {
        return service.asked().stream()
                .map(Asked::token)
                .map(token -> token.path("command").asText())
                .toList();
    }

    private static Answer problemOf(int status, String name) {
        return new Answer(
                status,
                "application/problem+json",
                "{\"type\": \"/problems/%s\", \"title\": \"No\", \"status\": %d, \"detail\": \"Not now.\"}"
                        .formatted(name, status));
    }

    private static ValidatableResponse begin(String key, List<String> users) {
        return as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("action", "ENABLE", "users", users))
                .post("/api/v1/campaigns")
                .then();
    }

    private void say(List<String> campaigns, String name, Map<String, ?> more) {
        List<Position> written = new ArrayList<>();
        for (String id : campaigns) {
            Map<String, Object> data = new HashMap<>(more);
            data.putAll(Map.of("tenant", "contoso.com", "campaignId", id, "at", "2026-11-27T10:15:30Z"));
            written.add(events.send("pin.events", "foyer.pin.Campaign" + name + ".v1", data));
        }
        assertTrue(index.passed(written, Duration.ofSeconds(10)));
    }
}
