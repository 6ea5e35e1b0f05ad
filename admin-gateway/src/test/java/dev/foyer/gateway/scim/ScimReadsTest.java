package dev.foyer.gateway.scim;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a directory system reads, and who may. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class ScimReadsTest {

    private static final String CONFERENCING = "'urn:foyer:params:scim:schemas:extension:conferencing:2.0:User'";

    @Inject
    ReadModel index;

    private ScimDirectory directory;

    @BeforeEach
    void users() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(index::isCaughtUp);
        directory = new ScimDirectory(index);
    }

    /** As for the whole, without it. */
    @ParameterizedTest
    @CsvSource({"/ServiceProviderConfig,200", "/Users,200", "/Users/nobody,404", "/Me,404"})
    void whoAsksForTheHeadAloneGetsTheSameStatus(String path, int status) {
        directory.asked().head("/scim/v2" + path).then().statusCode(status);
        get(path).statusCode(status);
    }

    @Test
    void itSaysWhatItCanDo() {
        get("/ServiceProviderConfig")
                .statusCode(200)
                .contentType(startsWith(ScimDirectory.SCIM))
                .body("patch.supported", equalTo(true))
                .body("bulk.supported", equalTo(true))
                .body("bulk.maxOperations", equalTo(100))
                .body("filter.supported", equalTo(true))
                .body("filter.maxResults", equalTo(200))
                .body("etag.supported", equalTo(true))
                .body("sort.supported", equalTo(false))
                .body("changePassword.supported", equalTo(false))
                .body("authenticationSchemes[0].type", equalTo("oauthbearertoken"));
        get("/ResourceTypes")
                .statusCode(200)
                .body("Resources.find { it.id == 'User' }.endpoint", equalTo("/Users"))
                .body(
                        "Resources.find { it.id == 'User' }.schemaExtensions.schema",
                        hasItem("urn:foyer:params:scim:schemas:extension:conferencing:2.0:User"));
        get("/Schemas")
                .statusCode(200)
                .body(
                        "Resources.id",
                        hasItems(
                                "urn:ietf:params:scim:schemas:core:2.0:User",
                                "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User"));
        get("/Schemas/urn:foyer:params:scim:schemas:extension:conferencing:2.0:User")
                .statusCode(200)
                .body("attributes.find { it.name == 'conferenceId' }.mutability", equalTo("readOnly"));
    }

    @Test
    void aUserIsShownWhole() {
        get("/Users/u-amos")
                .statusCode(200)
                .header("ETag", startsWith("W/\""))
                .body("id", equalTo("u-amos"))
                .body("userName", equalTo("amos.marble@contoso.com"))
                .body("active", equalTo(true))
                .body("emails[0].value", equalTo("amos.marble@contoso.com"))
                .body("emails[0].type", equalTo("work"))
                .body("meta.resourceType", equalTo("User"))
                .body("meta.location", containsString("/scim/v2/Users/u-amos"))
                .body(CONFERENCING + ".enabled", equalTo(true))
                .body(CONFERENCING + ".conferenceId", equalTo("4711007"));
        get("/Users/u-mira")
                .statusCode(200)
                .body("externalId", equalTo("00u1a2b3"))
                .body("phoneNumbers[0].type", equalTo("work"))
                .body(CONFERENCING + ".enabled", equalTo(false));
    }

    @Test
    void whatIsAskedForIsShown() {
        get("/Users/u-amos?attributes=userName")
                .statusCode(200)
                .body("userName", equalTo("amos.marble@contoso.com"))
                .body("id", equalTo("u-amos"))
                .body("$", not(hasKey("emails")));
        get("/Users?filter=userName eq \"mira@contoso.com\"&excludedAttributes=emails,phoneNumbers")
                .statusCode(200)
                .body("Resources[0].userName", equalTo("mira@contoso.com"))
                .body("Resources[0]", not(hasKey("emails")))
                .body("Resources[0]", not(hasKey("phoneNumbers")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName eq \"mira@contoso.com\"                             | u-mira",
                "userName eq \"MIRA@CONTOSO.COM\"                             | u-mira",
                "externalId eq \"00u1a2b3\"                                   | u-mira",
                "externalId eq \"00U1A2B3\"                                   |",
                "userName eq \"nobody@contoso.com\"                           |",
                "userName eq \"mira@fabrikam.com\"                            |",
                "id eq \"u-of-fabrikam\"                                      |",
                "id eq \"u-amos\"                                             | u-amos",
                "userName eq \"mira@contoso.com\" and active eq true          | u-mira",
                "userName eq \"mira@contoso.com\" and active eq false         |",
                "userName eq \"\uFF2D\uFF29RA@contoso.com\"                   | u-mira",
                "userName eq \"\uFF2D\uFF29RA@contoso.com\" and active eq true | u-mira",
                "not (userName eq \"\uFF2D\uFF29RA@contoso.com\") and id eq \"u-mira\" |",
                "userName eq \"\uFF2D\uFF29RA@contoso.com\" or id eq \"u-amos\" | u-mira u-amos",
                "userName eq \"mira@contoso.com\" or externalId eq \"x\"      | u-mira",
                "userName eq \"mira@contoso.com\" or id eq \"u-amos\"         | u-mira u-amos",
                "displayName sw \"mira h\"                                    | u-mira",
                "emails[type eq \"work\" and value co \"mira\"]               | u-mira",
                "not (userName sw \"mira\") and urn:foyer:params:scim:schemas:extension:conferencing:2.0:User:conferenceId eq \"4711007\" | u-amos",
                "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User:conferenceId eq \"4711007\" | u-amos",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"mira@contoso.com\" | u-mira"
            })
    void filters(String filter, String ids) {
        Response found = directory.asked().queryParam("filter", filter).get("/scim/v2/Users");
        assertEquals(200, found.statusCode(), found.asString());
        Set<String> wanted = ids == null ? Set.of() : Set.of(ids.split(" "));
        List<String> shown = found.path("Resources.id");
        assertEquals(wanted, shown == null ? Set.of() : new HashSet<>(shown), found.asString());
        assertEquals(wanted.size(), (int) found.path("totalResults"));
    }

    /** Some send {@code startIndex} and {@code count} with every question. */
    @Test
    void theSameIsFoundByAPostedQuestion() {
        directory
                .asked()
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
                        + "\"filter\":\"userName eq \\\"mira@contoso.com\\\"\",\"startIndex\":1,\"count\":10}")
                .post("/scim/v2/Users/.search")
                .then()
                .statusCode(200)
                .body("totalResults", equalTo(1))
                .body("Resources[0].id", equalTo("u-mira"));
    }

    @Test
    void aFilterThatCannotBeReadIsRefused() {
        directory
                .asked()
                .queryParam("filter", "userName equals mira")
                .get("/scim/v2/Users")
                .then()
                .statusCode(400)
                .body("scimType", equalTo("invalidFilter"));
    }

    @Test
    void pagesGoOverAllOnceAndSayHowManyThereAre() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position last = null;
            for (int i = 0; i < 7; i++) {
                last = events.provisioned("contoso.com", "u-page-" + i, "page-" + i + "@contoso.com", "Page " + i);
            }
            assertTrue(index.passed(List.of(last), Duration.ofSeconds(10)));
        }
        int total = get("/Users?count=0").statusCode(200).extract().path("totalResults");
        Set<String> seen = new HashSet<>();
        for (int start = 1; start <= total; start += 3) {
            List<String> page = get("/Users?startIndex=" + start + "&count=3")
                    .statusCode(200)
                    .body("totalResults", equalTo(total))
                    .body("startIndex", equalTo(start))
                    .extract()
                    .path("Resources.id");
            assertTrue(page.size() <= 3);
            seen.addAll(page);
        }
        assertEquals(total, seen.size());
        get("/Users?startIndex=5&count=2").statusCode(200).body("Resources.size()", equalTo(2));
        get("/Users?startIndex=" + (total + 1) + "&count=2")
                .statusCode(200)
                .body("totalResults", equalTo(total))
                .body("itemsPerPage", equalTo(0));
    }

    @Test
    void aVersionThatIsTheOneThereIsNotSentAgain() {
        String version = get("/Users/u-mira").extract().header("ETag");
        directory
                .asked()
                .header("If-None-Match", version)
                .get("/scim/v2/Users/u-mira")
                .then()
                .statusCode(304);
        directory
                .asked()
                .header("If-Match", "W/\"999\"")
                .body("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
                        + "[{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}]}")
                .patch("/scim/v2/Users/u-mira")
                .then()
                .statusCode(412);
        directory
                .asked()
                .header("If-Match", "W/\"999\"")
                .delete("/scim/v2/Users/u-mira")
                .then()
                .statusCode(412);
    }

    @Test
    void anotherTenantsUserIsNotThere() {
        get("/Users/u-of-fabrikam").statusCode(404).contentType(startsWith(ScimDirectory.SCIM));
    }

    @ParameterizedTest
    @CsvSource({"s", "Users", "k", "Bulk", ".search2"})
    void anIdThatLooksLikeAPathIsAnId(String id) {
        directory
                .asked()
                .urlEncodingEnabled(false)
                .get("/scim/v2/Users/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void whoHasNoTokenIsTold() {
        RestAssured.given()
                .get("/scim/v2/Users")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType(startsWith(ScimDirectory.SCIM))
                .body("schemas[0]", equalTo("urn:ietf:params:scim:api:messages:2.0:Error"))
                .body("status", equalTo("401"));
    }

    @Test
    void aTokenThatIsWrongExpiredOrRevokedIsNone() {
        ScimToken wrong = ScimToken.make("contoso.com");
        ScimToken ofOther = new ScimToken(
                "fabrikam.com",
                directory.token().id(),
                directory.token().text().replace("contoso.com", "fabrikam.com"));
        ScimToken expired = ScimToken.make("contoso.com");
        ScimToken revoked = ScimToken.make("contoso.com");
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            ScimDirectory.made(events, expired, Instant.now().minusSeconds(1));
            Position made = ScimDirectory.made(events, revoked, Instant.now().plusSeconds(600));
            assertTrue(index.passed(List.of(made), Duration.ofSeconds(10)));
            ScimDirectory.asked(revoked.text()).get("/scim/v2/Users").then().statusCode(200);
            Position gone = events.send(
                    "pin.events",
                    "foyer.pin.ScimTokenRevoked.v1",
                    Map.of(
                            "tenant",
                            "contoso.com",
                            "tokenId",
                            revoked.id(),
                            "name",
                            "Entra ID",
                            "at",
                            Instant.now().toString()));
            assertTrue(index.passed(List.of(gone), Duration.ofSeconds(10)));
        }
        for (ScimToken token : List.of(wrong, ofOther, expired, revoked)) {
            int status = ScimDirectory.asked(token.text()).get("/scim/v2/Users").statusCode();
            assertTrue(status == 401 || status == 429, token + " " + status);
        }
        directory.asked().get("/scim/v2/Users").then().statusCode(200); // whoever is right does not wait
    }

    @Test
    void aTokenOpensNothingElse() {
        directory.asked().accept("application/json").get("/api/v1/users").then().statusCode(401);
    }

    @Test
    void listsOfTokensShowNoTokenAndNoDigest() {
        String list = RestAssured.given()
                .auth()
                .preemptive()
                .basic("admin", Gateway.PASSWORD)
                .get("/api/v1/scim-tokens")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(directory.token().id()))
                .extract()
                .asString();
        assertTrue(!list.contains(directory.token().digest()) && !list.contains("foyerscim"));
        String audit = RestAssured.given()
                .auth()
                .preemptive()
                .basic("admin", Gateway.PASSWORD)
                .accept("text/csv") // all of them, and not only the newest of what other tests have made
                .get("/api/v1/audit?type=ScimTokenMade")
                .asString();
        assertTrue(audit.contains(directory.token().id())
                && !audit.contains(directory.token().digest()));
    }

    private ValidatableResponse get(String path) {
        return directory.asked().get("/scim/v2" + path).then();
    }
}
