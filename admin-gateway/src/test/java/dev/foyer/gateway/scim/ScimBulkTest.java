package dev.foyer.gateway.scim;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk requests (RFC 7644, section 3.7) and requests of two halves; pin-service is a stand-in that keeps what it was asked. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimBulkTest {

    private static final String COMMANDS = "/internal/v1/tenants/contoso.com/directory/users/";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private ScimDirectory directory;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort()).at("pin.events-0@-1").alwaysAnswers(Answer.json(200, "{}"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
        // The first use of a token is noted beside the request; from then on only commands come.
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            directory.asked().get("/scim/v2/Users/u-mira");
            return service.asked().stream().anyMatch(asked -> asked.call().endsWith("/used"));
        });
    }

    @AfterEach
    void close() {
        service.close();
    }

    private static Map<String, Object> named(String id, String displayName) {
        return operation("PATCH", "/Users/" + id, displayName, "");
    }

    private static Map<String, Object> operation(String method, String path, String displayName, String more) {
        return Map.of(
                "method",
                method,
                "path",
                path,
                "bulkId",
                displayName.replace(" ", "-"),
                "data",
                Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                        "Operations",
                        List.of(Map.of(
                                "op", "replace", "value", Map.of("displayName", displayName, "nickName", more)))));
    }

    private ValidatableResponse bulk(List<Map<String, Object>> operations, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"));
        body.put("Operations", operations);
        return directory.asked().body(body).post("/scim/v2/Bulk").then();
    }

    private List<String> commands() {
        return service.asked().stream()
                .map(StandIn.Asked::call)
                .filter(call -> !call.endsWith("/used"))
                .toList();
    }

    private static List<Map<String, Object>> operations(int count, String more) {
        return IntStream.range(0, count)
                .mapToObj(i -> operation("PATCH", "/Users/u-mira", "Mira " + i, more))
                .toList();
    }

    @Test
    void aHundredOperationsOfMoreThanAUsualBodyAreEachDone() {
        bulk(operations(100, "x".repeat(2_000)), Map.of())
                .statusCode(200)
                .body("Operations.status", hasSize(100))
                // A service of the tests has 300 ms, and a busy machine misses them once in a hundred.
                .body("Operations.status", everyItem(oneOf(200, 503)))
                .body("Operations.status", hasItem(200));
        assertTrue(commands().size() > 90, () -> commands().size() + " commands");
        assertEquals(Set.of("PATCH " + COMMANDS + "u-mira"), Set.copyOf(commands()));
    }

    @Test
    void oneMoreIsTooMany() {
        tooLarge(bulk(operations(101, ""), Map.of()), "100 operations");
    }

    /** More than is promised, and less than gets in. */
    @Test
    void aMegabyteAndMoreIsTooLarge() {
        tooLarge(bulk(operations(100, "x".repeat(10_000)), Map.of()), "1000000 bytes");
    }

    private void tooLarge(ValidatableResponse answer, String detail) {
        answer.statusCode(413)
                .contentType(startsWith(ScimDirectory.SCIM))
                .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("status", equalTo("413"))
                .body("detail", containsString(detail));
        assertEquals(List.of(), commands());
    }

    @Test
    void afterSoManyErrorsNothingMoreIsDone() {
        List<Map<String, Object>> operations =
                List.of(named("u-nobody", "Nobody"), named("u-mira", "Mira"), named("u-amos", "Amos"));
        bulk(operations, Map.of("failOnErrors", 1))
                .body("Operations[0].status", equalTo(404))
                .body("Operations[1].status", equalTo(412));
        assertEquals(List.of(), commands());
        bulk(operations, Map.of("failOnErrors", 2)).statusCode(200).body("Operations[2].status", equalTo(200));
        assertEquals(List.of("PATCH " + COMMANDS + "u-mira", "PATCH " + COMMANDS + "u-amos"), commands());
    }

    /** What the library would take for the end of a path of its own. */
    @ParameterizedTest
    @CsvSource({"rs, rs", "sers, sers", "ulk, ulk", "a%40b, a@b", "a+b, a+b", "50%, 50%"})
    void eachUserIsFoundWhateverTheyAreCalled(String said, String id) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            assertTrue(index.passed(
                    List.of(events.provisioned("contoso.com", id, "bulk." + id.hashCode() + "@contoso.com", "Odd")),
                    Duration.ofSeconds(20)));
        }
        bulk(List.of(named(said, "Even")), Map.of())
                .statusCode(200)
                .body("Operations[0].status", equalTo(200))
                .body("Operations[0].location", containsString("/scim/v2/Users/"));
        assertEquals(1, commands().size());
    }

    /** Found out before anything is done, not when those before it are. */
    @ParameterizedTest
    @CsvSource({
        "PATCH, /Users",
        "PUT, /Users/",
        "DELETE, /Users",
        "POST, /Users/u-mira",
        "POST, /Users/.search",
        "POST, /Bulk",
        "PATCH, /Users/u-mira/x",
        "PATCH, /Groups/1",
        "PATCH, /Users/u-mira?attributes=id",
        "PATCH, nothing"
    })
    void aPathThatIsNoneIsRefusedBeforeAnythingIsDone(String method, String path) {
        bulk(List.of(named("u-mira", "Mira"), operation(method, path, "Odd", "")), Map.of())
                .statusCode(400)
                .body("scimType", equalTo("invalidValue"));
        assertEquals(List.of(), commands());
    }

    /** What the library takes for a bulk request, and nobody here would have looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"ulk", "k", "Schemas/Bulk", "x/Bulk", "bulk"})
    void onlyOneAddressTakesThem(String path) {
        int status = directory
                .asked()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        List.of(named("u-mira", "Mira"))))
                .post("/scim/v2/" + path)
                .statusCode();
        assertTrue(status == 404 || status == 400, path + " " + status);
        assertEquals(List.of(), commands());
    }

    /** Made and not enabled: whoever asks is told so, and how it goes on. */
    @Test
    void aUserWhoCannotBeEnabledIsThereAndTheAnswerSaysSo() {
        service.answers(Answer.json(200, "{}")).alwaysAnswers(new Answer(503, "application/problem+json", """
                        {"type": "/problems/no-delivery-key", "title": "No", "status": 503, "detail": "There is no key yet."}"""));
        directory
                .asked()
                .body("""
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                                     "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User"],
                         "userName": "half.done@contoso.com", "displayName": "Half Done",
                         "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User": {"enabled": true}}""")
                .post("/scim/v2/Users")
                .then()
                .statusCode(503)
                .contentType(startsWith(ScimDirectory.SCIM))
                .body("detail", startsWith("The user is made, as "))
                .body(
                        "detail",
                        containsString("find the user by userName and say enabled: true again. There is no key"));
        assertTrue(commands().getFirst().startsWith("PUT " + COMMANDS), commands()::toString);
        assertTrue(commands().getLast().endsWith("/conferencing"), commands()::toString);
    }
}
