package dev.foyer.pin.api;

import static dev.foyer.pin.api.Gateway.newCommand;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.TopicContents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A campaign from the gateway's request to the events of its users, in the service itself. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(PinKeysResource.class)
@Tag("F")
class CampaignResourceTest {

    private final Gateway gateway = Gateway.ofNewTenant();
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void untilReady() {
        Gateway.untilReady();
    }

    @Test
    @Tag("A4")
    void whoCanBeEnabledIsAndTheOthersHaveReasons() {
        List.of("amos", "bea", "carl").forEach(gateway::provision);
        gateway.enable("bea");
        String pin = gateway.reset("bea").extract().path("pin");
        list("ENABLE", 4, 0, List.of("amos", "bea")).statusCode(200).body("users", equalTo(2));
        list("ENABLE", 4, 2, List.of("carl", "nobody@contoso.com"))
                .statusCode(200)
                .body("users", equalTo(4));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !events("CampaignFinished").isEmpty());
        List<String> results = events("CampaignProgressed").stream()
                .flatMap(event -> event.data().path("results").valueStream())
                .map(result -> result.path("user").asText() + " "
                        + result.path("outcome").asText() + " "
                        + result.path("reason").asText("-") + " "
                        + result.path("mail").asText("-"))
                .toList();
        assertEquals(
                List.of(
                        "amos DONE - QUEUED",
                        "bea UNCHANGED ALREADY_ENABLED -",
                        "carl DONE - QUEUED",
                        "nobody@contoso.com FAILED USER_NOT_FOUND -"),
                results);
        InboundEvent enabled = events("UserEnabled").stream()
                .filter(event -> event.data().path("userId").asText().equals("amos"))
                .findFirst()
                .orElseThrow();
        assertEquals("campaign", enabled.cause().actorRole());
        assertEquals(
                events("CampaignStarted").getFirst().cause().actor(),
                enabled.cause().actor());
        assertEquals(id, enabled.cause().correlationId());
        assertFalse(TopicContents.text(BrokerResource.broker(), "pin.journal").contains("\"" + pin + "\""));
        stop().then().statusCode(409).body("type", equalTo("/problems/campaign-is-over"));
    }

    @Test
    void thePreviewSaysItAndChangesNothing() {
        List.of("amos", "bea").forEach(gateway::provision);
        gateway.enable("bea");
        int before = events("UserEnabled").size();
        gateway.call(newCommand())
                .body(Map.of("action", "RESET_PIN", "users", List.of("amos", "bea", "nobody")))
                .post(gateway.base() + "/campaigns/preview")
                .then()
                .statusCode(200)
                .body("results.outcome", equalTo(List.of("FAILED", "DONE", "FAILED")))
                .body("results.reason[0]", equalTo("USER_NOT_ENABLED"))
                .body("results.mail[1]", equalTo("QUEUED"))
                .body("results.reason[2]", equalTo("USER_NOT_FOUND"));
        assertEquals(before, events("UserEnabled").size());
        assertEquals(0, events("PinReset").size());
    }

    @Test
    void whatCannotBeIsRefused() {
        stop().then().statusCode(404).body("type", equalTo("/problems/campaign-not-found"));
        list("ENABLE", 10_001, 0, List.of("amos"))
                .statusCode(400)
                .body("type", equalTo("/problems/campaign-not-possible"));
        list("ENABLE", 2, 1, List.of("amos")).statusCode(409).body("type", equalTo("/problems/campaign-list-broken"));
        list("REMOVE", 1, 0, List.of("amos")).statusCode(400);
        list("ENABLE", 1, 0, List.of("a/b")).statusCode(400);
        gateway.call(newCommand(), "helpdesk").post(campaign() + "/stop").then().statusCode(403);
    }

    @Test
    void whatIsStoppedIsContinued() {
        List.of("amos", "bea").forEach(gateway::provision);
        String command = newCommand();
        list("ENABLE", 2, 0, List.of("amos", "bea"), 1, command);
        list("ENABLE", 2, 0, List.of("amos", "bea"), 1, command).statusCode(200).body("users", equalTo(2));
        stop().then().statusCode(204);
        assertEquals(0, events("CampaignFinished").size());
        gateway.call(newCommand()).post(campaign() + "/continue").then().statusCode(204);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events("CampaignFinished").size() == 1);
        assertEquals(2, events("UserEnabled").size());
        assertEquals(1, events("CampaignStopped").size());
        assertEquals(1, events("CampaignContinued").size());
    }

    private ValidatableResponse list(String action, int count, int from, List<String> users) {
        return list(action, count, from, users, 200, newCommand());
    }

    private ValidatableResponse list(
            String action, int count, int from, List<String> users, int perSecond, String command) {
        return gateway.call(command)
                .body(Map.of("action", action, "perSecond", perSecond, "count", count, "from", from, "users", users))
                .post(campaign() + "/users")
                .then();
    }

    private Response stop() {
        return gateway.call(newCommand()).post(campaign() + "/stop");
    }

    private String campaign() {
        return gateway.base() + "/campaigns/" + id;
    }

    private List<InboundEvent> events(String type) {
        return TopicContents.events(BrokerResource.broker(), "pin.events").stream()
                .filter(event ->
                        gateway.tenant().equals(event.tenant()) && event.type().equals("foyer.pin." + type + ".v1"))
                .toList();
    }
}
