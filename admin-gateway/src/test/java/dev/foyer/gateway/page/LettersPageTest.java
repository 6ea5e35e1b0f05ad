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
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dead letters without a browser: seen by those who may, handled again after a look at what would come of it, settled with a reason. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class LettersPageTest {

    private static final String LETTERS = "/admin/dead-letters";
    private static final String DIRECTORY = "in.contoso.com.directory";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private Events events;

    @BeforeEach
    void listen() throws IOException {
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .onceReachedBy(() -> as("admin").get("/admin/settings"));
        events = new Events(BrokerResource.broker().bootstrapServers());
        Awaitility.await().until(index::isCaughtUp);
    }

    @AfterEach
    void close() {
        events.close();
        service.close();
    }

    @Test
    void whatWaitsIsSeenByItsTenantAndSettledByAdministratorsOnly() {
        String reason = "Unheard of " + UUID.randomUUID();
        String id = buried("WHOLE", "{\"displayName\":\"<b>Amos\"}", reason);
        as("auditor")
                .queryParam("reason", reason)
                .queryParam("origin", "directory")
                .get(LETTERS)
                .then()
                .statusCode(200)
                .body(allOf(containsString(reason), containsString("1 letter"), not(containsString("replay-all"))));
        as("admin")
                .queryParam("reason", reason)
                .queryParam("origin", "bridge")
                .get(LETTERS)
                .then()
                .body(containsString("Nothing waits"));
        as("admin").queryParam("reason", reason).get(LETTERS).then().body(containsString("replay-all"));
        as("auditor")
                .get(LETTERS + "/" + id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("&lt;b&gt;Amos"),
                        containsString("pin-service"),
                        not(containsString("<b>Amos")),
                        not(containsString("/replay"))));
        as("auditor").post(LETTERS + "/" + id + "/replay").then().statusCode(403);
        as("helpdesk").get(LETTERS).then().statusCode(403);
        as("helpdesk").get("/admin/overview").then().statusCode(200).body(not(containsString(LETTERS)));
        as("auditor").get("/admin/overview").then().body(containsString("href=\"" + LETTERS + "\""));
        as("admin@fabrikam").get(LETTERS + "/" + id).then().statusCode(404);
    }

    @Test
    void allThatMatchAreHandledAgainAfterALookAtWhatWouldCome() {
        String reason = "Many " + UUID.randomUUID();
        buried("WHOLE", "{}", reason);
        buried("WHOLE", "{}", reason);
        buried("NOTHING", null, reason);
        String page = as("admin")
                .queryParam("reason", reason)
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Handle 2 again"), containsString("may hold a PIN")))
                .extract()
                .asString();
        assertEquals(List.of(), service.asked());
        Answer under = Answer.json(200, "{\"outcome\":\"REPLAYING\",\"attempt\":1}");
        service.answers(under, under, new Answer(409, "application/problem+json", """
                        {"type":"/problems/dead-letter-not-kept","title":"No","status":409,"detail":"Nothing is kept."}"""));
        as("admin")
                .header("HX-Request", "true")
                .queryParam("reason", reason)
                .formParam("sure", "true")
                .formParam("key", page.replaceAll("(?s).*name=\"key\" value=\"([^\"]*)\".*", "$1"))
                .formParam("reason", "INC-1")
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("This is what came of it."),
                        containsString("Nothing is kept."),
                        not(containsString("<html"))));
        assertEquals(3, service.asked().size());
        assertTrue(service.asked().getFirst().body().contains("INC-1"));
    }

    @Test
    void whoDiscardsSaysWhyInWordsOfPeople() {
        String id = buried("WHOLE", "{}", "Discarded " + UUID.randomUUID());
        as("admin")
                .formParam("reason", " ")
                .post(LETTERS + "/" + id + "/discard")
                .then()
                .statusCode(200)
                .body(containsString("Say why nothing is to be done"));
        service.answers(new Answer(409, "application/problem+json", """
                        {"type":"/problems/dead-letter-replayed","title":"No","status":409,"detail":"replayed"}"""));
        as("admin")
                .formParam("reason", "of a test")
                .post(LETTERS + "/" + id + "/discard")
                .then()
                .statusCode(200)
                .body(containsString("It was handled already."));
        service.answers(Answer.json(204, ""));
        as("admin")
                .header("Accept-Language", "it")
                .formParam("reason", "of a test")
                .post(LETTERS + "/" + id + "/discard")
                .then()
                .statusCode(200)
                .body(containsString("È scartato."));
        assertTrue(service.asked().getLast().body().contains("of a test"));
    }

    private String buried(String kept, String value, String reason) {
        String id = UUID.randomUUID().toString().replace("-", "");
        assertTrue(index.passed(List.of(events.buried(id, DIRECTORY, kept, value, reason)), Duration.ofSeconds(10)));
        return id;
    }
}
