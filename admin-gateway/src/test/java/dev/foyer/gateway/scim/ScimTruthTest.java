package dev.foyer.gateway.scim;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway's own view of users must not decide, and what it must; pin-service is a stand-in that agrees to everything and tells nothing. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimTruthTest {

    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String CONFERENCING = "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private ScimDirectory directory;

    @BeforeEach
    void listen() throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(Answer.json(200, "{}"))
                .onceReachedBy(() -> directory
                        .asked()
                        .body(Map.of("schemas", List.of(USER), "userName", "mira@contoso.com", "displayName", "Warm"))
                        .put("/scim/v2/Users/u-mira"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** From then on nobody would reach that user by id any more. */
    @ParameterizedTest
    @Tag("case-R1")
    @Tag("G5")
    @ValueSource(strings = {"u-amos", "U-AMOS"})
    void aNameThatIsAnothersIdIsRefusedWhereverItIsSaid(String name) {
        Map<String, ?> user = Map.of("schemas", List.of(USER), "userName", name);
        Map<String, ?> patch = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations",
                List.of(Map.of("op", "replace", "path", "userName", "value", name)));
        isTaken(directory.asked().body(user).post("/scim/v2/Users").then());
        isTaken(directory.asked().body(user).put("/scim/v2/Users/u-mira").then());
        isTaken(directory.asked().body(patch).patch("/scim/v2/Users/u-mira").then());
        directory
                .asked()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        List.of(Map.of("method", "POST", "bulkId", "a", "path", "/Users", "data", user))))
                .post("/scim/v2/Bulk")
                .then()
                .body("Operations[0].status", equalTo(409));
        assertEquals(List.of(), commands());
    }

    private static void isTaken(ValidatableResponse answer) {
        answer.statusCode(409).body("scimType", equalTo("uniqueness"));
    }

    /** Somebody's own id is no other's. */
    @Test
    @Tag("case-R1")
    @Tag("G5")
    void theOwnIdMayBeTheName() {
        directory
                .asked()
                .body(Map.of("schemas", List.of(USER), "userName", "u-mira"))
                .put("/scim/v2/Users/u-mira")
                .then()
                .statusCode(200);
        assertEquals(1, commands().size());
    }

    /** Whoever is told 404 by the request that made a user makes another one. */
    @Test
    @Tag("case-R12")
    void whoIsRemovedInTheMomentOfBeingMadeWasMade() {
        directory
                .asked()
                .body(Map.of("schemas", List.of(USER), "userName", "short@contoso.com", "displayName", "Short Stay"))
                .post("/scim/v2/Users")
                .then()
                .statusCode(201)
                .body("userName", equalTo("short@contoso.com"))
                .body("displayName", equalTo("Short Stay"))
                .body("active", equalTo(true));
        assertEquals(1, commands().size());
    }

    /** Another gateway may have enabled the user just now. */
    @Test
    @Tag("case-R12")
    void thatConferencingIsOffIsSaidWhateverShowsHere() {
        directory
                .asked()
                .body(Map.of(
                        "schemas",
                        List.of(USER, CONFERENCING),
                        "userName",
                        "mira@contoso.com",
                        "displayName",
                        "Mira Holm",
                        CONFERENCING,
                        Map.of("enabled", false)))
                .put("/scim/v2/Users/u-mira")
                .then()
                .statusCode(200);
        assertTrue(
                commands().contains("DELETE /internal/v1/tenants/contoso.com/directory/users/u-mira/conferencing"),
                () -> commands().toString());
    }

    /** The question is on its way before the gateway can have read of the token, as when another gateway made it. */
    @Test
    @Tag("case-R12")
    void aTokenThatWasJustMadeAtAnotherGatewayHolds() throws Exception {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0;
                i < 3 && !answers.contains(200);
                i++) { // a slow machine may read of it later than anybody waits
            ScimToken token = ScimToken.make("contoso.com");
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> ScimDirectory.asked(token.text())
                    .get("/scim/v2/Users/u-mira")
                    .statusCode());
            try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
                ScimDirectory.made(events, token, null);
            }
            answers.add(asked.get(10, TimeUnit.SECONDS));
        }
        assertTrue(answers.contains(200), answers::toString);
    }

    /** What is used of a token is noted beside the requests. */
    private List<String> commands() {
        return service.asked().stream()
                .map(StandIn.Asked::call)
                .filter(call -> !call.endsWith("/used"))
                .toList();
    }
}
