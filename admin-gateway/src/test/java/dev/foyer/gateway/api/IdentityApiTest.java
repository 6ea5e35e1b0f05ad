package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Json;
import dev.foyer.gateway.Api;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and names over REST: what would be two users is refused, what may be two is nobody. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class IdentityApiTest {

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    @BeforeEach
    void amosIsThere() {
        Api.amosIsThere(index);
    }

    @ParameterizedTest
    @CsvSource({
        "amos.marble@contoso.com, other@contoso.com",
        "AMOS.Marble@contoso.com, other@contoso.com",
        "u-18, u-17",
        "u-18, U-17"
    })
    @Tag("G5")
    @Tag("case-R1")
    void anIdIsNotAnothersName(String userId, String name) {
        problem(put(userId, name), 409, "user-name-ambiguous");
    }

    @Test
    @Tag("case-R1")
    void whatIsOnesOwnIsNoConflict() {
        problem(put("u-17", "u-17"), 503, "service-away");
        problem(put("U-17", "another.amos@contoso.com"), 503, "service-away"); // ids may differ in case only
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET ", "POST /pin/reset", "DELETE /conferencing", "GET /history", "DELETE "})
    @Tag("G5")
    @Tag("case-R1")
    void whatMayBeTwoUsersIsNobody(String request) {
        provisioned("r1", "rx@contoso.com");
        provisioned("rx@contoso.com", "another@contoso.com");
        String[] parts = request.split(" ", -1);
        for (String spelling : List.of("rx@contoso.com", "RX%40contoso.com")) {
            problem(
                    as("admin")
                            .urlEncodingEnabled(false)
                            .request(parts[0], "/api/v1/users/" + spelling + parts[1])
                            .then(),
                    409,
                    "user-name-ambiguous");
        }
    }

    /** By whichever name the user was removed, and though nobody finds the user any more. */
    @Test
    @Tag("F")
    @Tag("case-R2")
    void aRemovalIsRepeatedSafely() throws IOException {
        provisioned("gone", "gone@contoso.com");
        try (StandIn service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(new Answer(204, "application/json", ""))) {
            Awaitility.await()
                    .until(() -> remove("k", "gone%40contoso.com").extract().statusCode() == 204);
            send("foyer.pin.UserRemoved.v1", Map.of("tenant", "contoso.com", "userId", "gone"));
            for (String spelling : List.of("Gone%40contoso.com", "gone", "gone/")) {
                remove("k", spelling).statusCode(204);
            }
            List<StandIn.Asked> asked = service.asked();
            assertTrue(asked.size() >= 4);
            assertEquals(1, asked.stream().map(StandIn.Asked::call).distinct().count());
            assertEquals(
                    1, asked.stream().map(IdentityApiTest::commandId).distinct().count());
        }
        problem(as("admin").delete("/api/v1/users/gone").then(), 404, "user-not-found");
    }

    /** The id may be somebody's again, or the removal never have been done. */
    @ParameterizedTest
    @ValueSource(ints = {204, 409, 503})
    @Tag("G6")
    @Tag("case-R1")
    void aNameOfBeforeRemovesNobody(int answered) throws IOException {
        String id = "again-" + answered;
        provisioned(id, id + "@contoso.com");
        try (StandIn service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").post(Api.USERS + "/u-17/pin/lock"))
                .alwaysAnswers(Answer.json(answered, ""))) {
            remove("first-" + answered, id + "%40contoso.com");
            if (answered == 204) {
                send("foyer.pin.UserRemoved.v1", Map.of("tenant", "contoso.com", "userId", id));
            }
            provisionedAgain(id, "ben-" + id + "@contoso.com");
            int before = service.asked().size();
            problem(remove("another", id + "%40contoso.com"), 404, "user-not-found");
            assertEquals(before, service.asked().size(), "nobody is asked to remove whoever has the id now");
            remove("first-" + answered, id + "%40contoso.com");
            assertTrue(service.asked().size() > before, "what is repeated gets its own answer");
        }
    }

    /** The answer of the first was lost, and the directory has given the name to somebody else before it is asked again. */
    @Test
    @Tag("G6")
    @Tag("case-R1")
    void aRepeatedRemovalDoesNotRemoveWhoHasTheNameByNow() throws IOException {
        provisioned("left", "shared@contoso.com");
        try (StandIn service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").post(Api.USERS + "/u-17/pin/lock"))
                .alwaysAnswers(Answer.json(204, ""))) {
            remove("once", "shared%40contoso.com");
            send("foyer.pin.UserRemoved.v1", Map.of("tenant", "contoso.com", "userId", "left"));
            provisioned("came", "shared@contoso.com");
            int before = service.asked().size();
            remove("once", "shared%40contoso.com");
            String asked = service.asked().get(before).call();
            assertTrue(asked.contains("left") && !asked.contains("came"), asked);
            remove("anew", "shared%40contoso.com");
            assertTrue(service.asked().getLast().call().contains("came"), "who asks anew means who has it now");
        }
    }

    private static String commandId(StandIn.Asked asked) {
        try {
            String payload = asked.authorization().split("\\.")[1];
            return Json.mapper()
                    .build()
                    .readTree(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                    .path("command")
                    .asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ValidatableResponse remove(String key, String user) {
        return as("admin")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .delete("/api/v1/users/" + user)
                .then();
    }

    private static ValidatableResponse put(String userId, String name) {
        return as("admin")
                .contentType("application/json")
                .body(Map.of("userPrincipalName", name, "displayName", "Somebody"))
                .put("/api/v1/users/" + userId)
                .then();
    }

    private void provisioned(String userId, String name) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.provisioned("contoso.com", userId, name, "Somebody");
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
    }

    private void provisionedAgain(String userId, String name) {
        send(
                "foyer.pin.UserProvisioned.v1",
                Map.of("tenant", "contoso.com", "userId", userId, "userPrincipalName", name, "displayName", "Ben"));
    }

    private void send(String type, Map<String, ?> data) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            // Behind all that is known of the user, as a service's own would be.
            var record = Events.record("pin.events", type, 1_000, data);
            assertTrue(index.passed(List.of(events.send(record)), Duration.ofSeconds(10)));
        }
    }
}
