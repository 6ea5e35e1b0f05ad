package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of directory systems without a browser: who may, and what it says when something goes wrong. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("G4")
class TokensPageTest {

    private static final String TOKENS = "/admin/settings/scim-tokens";
    private static final String DIGEST = "0".repeat(64);

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").get("/admin/settings"));
        Awaitility.await().until(index::isCaughtUp);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void administratorsMakeAndRevokeAuditorsLook() {
        made("9f86d081884c7d65", "Entra <b>ID");
        as("admin")
                .get(TOKENS)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Entra &lt;b&gt;ID"),
                        containsString("/scim-tokens/9f86d081884c7d65/revoke"),
                        containsString("name=\"expires\""),
                        not(containsString(DIGEST))));
        as("admin").get(TOKENS + "/9f86d081884c7d65").then().statusCode(200).body(containsString("/revoke"));
        as("auditor")
                .header("Accept-Language", "it")
                .get(TOKENS)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Sistemi di directory"),
                        containsString("Entra &lt;"),
                        not(containsString("/revoke")),
                        not(containsString("name=\"expires\""))));
        as("auditor").formParam("name", "x").post(TOKENS).then().statusCode(403);
        as("auditor").post(TOKENS + "/9f86d081884c7d65/revoke").then().statusCode(403);
        as("helpdesk").get(TOKENS).then().statusCode(403);
        as("admin@fabrikam").get(TOKENS).then().statusCode(200).body(not(containsString("Entra &lt;")));
        service.answers(Answer.json(204, ""));
        as("admin")
                .post(TOKENS + "/9f86d081884c7d65/revoke")
                .then()
                .statusCode(200)
                .body(containsString("It is revoked."));
        assertTrue(service.asked().getLast().call().contains("9f86d081884c7d65"));
        as("admin")
                .post(TOKENS + "/nothing/revoke")
                .then()
                .body(containsString("There is no such token; it may be revoked already."));
    }

    @Test
    void whatCannotBeIsSaidBeforeAnybodyIsAsked() {
        as("admin").formParam("name", " ").post(TOKENS).then().body(containsString("Say what uses the token."));
        for (String day : List.of("tomorrow", "2027-02-30", "+999999999-12-31")) {
            as("admin")
                    .formParam("name", "Okta")
                    .formParam("expires", day)
                    .post(TOKENS)
                    .then()
                    .statusCode(200)
                    .body(containsString("Write a day such as 2027-06-30"));
        }
        assertEquals(List.of(), service.asked());
    }

    /** The second press would make a token that never expires. */
    @Test
    void whatWasTypedIsThereAgain() {
        as("admin")
                .formParam("name", " ")
                .formParam("expires", "2027-06-30")
                .post(TOKENS)
                .then()
                .body(containsString("name=\"expires\" type=\"date\" value=\"2027-06-30\""));
        as("admin")
                .formParam("name", "Okta & more")
                .formParam("expires", "tomorrow")
                .post(TOKENS)
                .then()
                .body(containsString("name=\"name\" value=\"Okta &amp; more\""));
    }

    /** The second time nobody has the token any more. */
    @Test
    void aFormThatIsSentTwiceMakesOneToken() {
        service.answers(Answer.json(200, "{\"tokenId\": \"made-before\"}"));
        as("admin")
                .formParam("name", "Okta")
                .formParam("expires", "2027-06-30")
                .formParam("key", "the-same-form")
                .post(TOKENS)
                .then()
                .statusCode(200)
                .body(allOf(containsString("This token was made before"), not(containsString("id=\"token\""))));
        assertTrue(service.asked().getLast().body().contains("2027-07-01T00:00:00Z"));
    }

    private void made(String id, String name) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var at = events.send(
                    "pin.events",
                    "foyer.pin.ScimTokenMade.v1",
                    Map.of(
                            "tenant",
                            "contoso.com",
                            "tokenId",
                            id,
                            "name",
                            name,
                            "digest",
                            DIGEST,
                            "at",
                            Instant.now().toString()));
            assertTrue(index.passed(List.of(at), Duration.ofSeconds(10)));
        }
    }
}
