package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A request with a key is repeated after what it was about has changed: what it was answered then only pin-service knows, so the gateway
 * must not refuse it by what shows now. Without a key it may.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
@Tag("case-L9")
class RepeatedAtTheGatewayTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").get("/api/v1/settings"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aTokenThatIsRevokedByNow() {
        String path = "/api/v1/scim-tokens/";
        service.answers(Answer.json(204, ""));
        withKey().delete(path + "00000000000000aa").then().statusCode(204);
        assertEquals(
                List.of("DELETE /internal/v1/tenants/contoso.com/scim-tokens/00000000000000aa"),
                service.asked().stream().map(StandIn.Asked::call).toList());
        problem(as("admin").delete(path + "00000000000000aa").then(), 404, "scim-token-not-found");
        problem(withKey().delete(path + "no-token").then(), 404, "scim-token-not-found");
        assertEquals(1, service.asked().size());
    }

    @Test
    void aCampaignThatIsOverByNow() {
        String id = UUID.randomUUID().toString();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            say(events, id, "Started", Map.of("action", "ENABLE", "users", 1, "perSecond", 20));
            Position end = say(events, id, "Finished", Map.of("done", 1, "unchanged", 0, "failed", 0, "left", 0));
            assertTrue(index.passed(List.of(end), LONG));
        }
        for (String what : List.of("/stop", "/continue")) {
            String path = "/api/v1/campaigns/" + id + what;
            service.answers(Answer.json(204, ""));
            withKey().post(path).then().statusCode(200);
            assertTrue(service.asked().getLast().call().endsWith("/campaigns/" + id + what));
            int asked = service.asked().size();
            problem(as("admin").post(path).then(), 409, "campaign-is-over");
            assertEquals(asked, service.asked().size());
        }
    }

    private static Position say(Events events, String id, String name, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        data.put("campaignId", id);
        data.put("at", "2026-11-27T10:15:30Z");
        return events.send("pin.events", "foyer.pin.Campaign" + name + ".v1", data);
    }

    /** Whether the name is taken pin-service knows itself, and of an id that is another's name nobody else would say so. */
    @Test
    void aUserWhoseNameIsAnothersByNow() {
        service.answers(Answer.json(201, ""));
        put(withKey(), "u-l9-new", "amos.marble@contoso.com").statusCode(201);
        assertTrue(service.asked().getLast().call().endsWith("/users/u-l9-new"));
        problem(put(as("admin"), "u-l9-new", "AMOS.marble@contoso.com"), 409, "user-principal-name-taken");
        problem(put(withKey(), "u-l9-new", "U-17"), 409, "user-name-ambiguous");
        problem(put(withKey(), "amos.marble@contoso.com", "l9@contoso.com"), 409, "user-name-ambiguous");
        assertEquals(1, service.asked().size());
    }

    private static ValidatableResponse put(RequestSpecification by, String id, String name) {
        return by.contentType("application/json")
                .body(Map.of("userPrincipalName", name, "displayName", "Somebody"))
                .put("/api/v1/users/" + id)
                .then();
    }

    private static RequestSpecification withKey() {
        return as("admin").header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
