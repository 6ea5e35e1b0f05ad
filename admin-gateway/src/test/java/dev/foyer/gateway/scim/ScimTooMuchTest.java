package dev.foyer.gateway.scim;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no directory system asks, and whoever has got its token may. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimTooMuchTest {

    @Inject
    ReadModel index;

    private ScimDirectory directory;

    @BeforeEach
    void users() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
    }

    /** Reading them would end a thread by its depth, and answering them would take minutes of everybody. */
    @ParameterizedTest
    @Tag("case-R13")
    @MethodSource("tooMuch")
    void whatIsTooMuchForOneFilterIsRefusedBeforeAnybodyReadsIt(String filter) {
        if (filter.length() < 1_000) {
            isTooMany(directory.asked().queryParam("filter", filter).get("/scim/v2/Users"));
        }
        isTooMany(directory
                .asked()
                .body(Map.of(
                        "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"), "filter", filter))
                .post("/scim/v2/Users/.search"));
        Map<String, ?> patch = Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                "Operations",
                List.of(Map.of("op", "remove", "path", "phoneNumbers[" + filter + "]")));
        isTooMany(directory.asked().body(patch).patch("/scim/v2/Users/u-mira"));
        isTooMany(bulk(Map.of("method", "PATCH", "path", "/Users/u-mira", "data", patch)));
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "(".repeat(11) + "active eq true" + ")".repeat(11),
                "not (".repeat(11) + "active eq true" + ")".repeat(11),
                "(".repeat(30_000),
                String.join(" or ", Collections.nCopies(21, "active eq true")),
                "userName eq \"" + "a".repeat(3_000) + "\"");
    }

    @Test
    void whatStandsInATextIsNoPartOfTheFilter() {
        String odd = "((((((((((((((( and or and or \\\" (".repeat(30);
        directory
                .asked()
                .queryParam("filter", "displayName eq \"" + odd + "\"")
                .get("/scim/v2/Users")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(0));
    }

    /** As a text, too, which some systems send. */
    @Test
    void anOperationOfABulkMayNotWhatAPatchMayNot() {
        String patch = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                + "\"Operations\":[{\"op\":\"replace\",\"path\":\"id\",\"value\":\"u-amos\"}]}";
        bulk(Map.of("method", "PATCH", "path", "/Users/u-mira", "data", patch))
                .then()
                .statusCode(400)
                .body("scimType", equalTo("mutability"));
        bulk(Map.of("method", "PATCH", "path", "/Users/u-mira", "data", "no json"))
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidSyntax"));
    }

    private Response bulk(Map<String, ?> operation) {
        return directory
                .asked()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                        "Operations",
                        List.of(operation)))
                .post("/scim/v2/Bulk");
    }

    private static void isTooMany(Response answer) {
        answer.then().statusCode(400).contentType(startsWith(ScimDirectory.SCIM)).body("scimType", equalTo("tooMany"));
    }

    @Test
    void aPageFarBehindTheLastOneIsEmpty() {
        for (long far : List.of((long) Integer.MAX_VALUE, Long.MAX_VALUE)) {
            directory
                    .asked()
                    .get("/scim/v2/Users?count=2&startIndex=" + far)
                    .then()
                    .statusCode(200)
                    .body("itemsPerPage", equalTo(0));
        }
    }
}
