package dev.foyer.gateway.scim;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;

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
        String odd = "((((((((((((((( and or [[[[ and or (".repeat(30);
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
        answer.then()
                .statusCode(400)
                .contentType(startsWith(ScimDirectory.SCIM))
                .body("scimType", equalTo("tooMany"));
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

    @ParameterizedTest
    @Tag("case-R13")
    @ValueSource(
            strings = {
                "Users?startIndex=abc",
                "Users?startIndex=99999999999999999999",
                "Users?startIndex=-5&count=1",
                "Users?count=abc",
                "Users?count=99999999999",
                "Users?count=-1",
                "Users?sortBy=userName&sortOrder=sideways",
                "Users?attributes=a,b,,%2C",
                "Users?attributes=userName.x.y.z",
                "Users?attributes=%EF%BF%BD",
                "Users?attributes=urn:ietf:params:scim:schemas:core:2.0:User:a.b.c",
                "Users?attributes=..",
                "Users?excludedAttributes=a.b.c",
                "Users?sortBy=a.b.c",
                "Users?excludedAttributes=id,,",
                "Users?filter=",
                "Users?filter=%22",
                "Users?filter=userName%20eq",
                "Users?filter=userName%20eq%20%22%5Cud83d%22",
                "Users?filter=active%20gt%20true",
                "Users?filter=meta.created%20gt%20%22yesterday%22",
                "Users?filter=emails%5B",
                "Users?filter=a&filter=b",
                "Users/%F0%9F%98%80",
                "Users/u-mira?attributes=%20",
                "Schemas/urn:nobody",
                "Groups",
                "Users/u-mira/x/y"
            })
    void whatNobodyAsksIsNoErrorOfOurs(String asked) {
        int status = directory
                .asked()
                .urlEncodingEnabled(false)
                .get("/scim/v2/" + asked)
                .statusCode();
        assertTrue(status < 500, status + " for " + asked);
    }

    /** Before pin-service is asked, which is not there. */
    @ParameterizedTest
    @Tag("case-R3")
    @ValueSource(
            strings = {
                "{\"userName\": 5}",
                "{\"userName\": \"a\\ud83d@contoso.com\"}",
                "{\"userName\": \"a\\u0000b@contoso.com\"}",
                "{\"userName\": \"\"}",
                "{\"userName\": null}",
                "{}",
                "{\"userName\": \"x@contoso.com\", \"active\": \"perhaps\"}",
                "{\"userName\": \"x@contoso.com\", \"active\": {}}",
                "{\"userName\": \"x@contoso.com\", \"displayName\": \"x\\u0000\"}",
                "{\"userName\": \"x@contoso.com\", \"externalId\": \"a\\nb\"}",
                "{\"userName\": \"x@contoso.com\", \"externalId\": \"\\ud83d\"}",
                "{\"userName\": \"x@contoso.com\", \"emails\": [{\"value\": \"no address\"}]}",
                "{\"userName\": \"x@contoso.com\", \"emails\": [{\"value\": \"a@contoso.com, b@contoso.com\"}]}",
                "{\"userName\": \"x@contoso.com\", \"emails\": [5]}",
                "{\"userName\": \"x@contoso.com\", \"phoneNumbers\": [{\"value\": \"1x\"}]}",
                "{\"userName\": \"x@contoso.com\", \"phoneNumbers\": [{\"value\": \"+39021234567;ext=5\"}]}",
                "{\"userName\": \"x@contoso.com\", \"phoneNumbers\": [{\"value\": \"+390212345678\", \"type\": \"w\\u202e\"}]}",
                "{\"userName\": \"x@contoso.com\", \"preferredLanguage\": \"no language\"}",
                "[]",
                "5",
                "\"text\"",
                "",
                "{\"userName\": \"x@contoso.com\"} {}"
            })
    void whatIsNoUserIsRefusedAtTheDoor(String user) {
        String body = user.startsWith("{\"userName\"") && !user.contains("schemas")
                ? user.replaceFirst("\\{", "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"], ")
                : user;
        Response answer = directory.asked().body(body).post("/scim/v2/Users");
        assertEquals(400, answer.statusCode(), body + ": " + answer.asString());
    }
}
