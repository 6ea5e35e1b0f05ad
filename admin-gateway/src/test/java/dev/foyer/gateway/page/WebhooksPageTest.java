package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.hidden;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forms of webhooks without a browser: pressed twice they do one thing. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class WebhooksPageTest {

    private static final String PAGE = "/admin/settings/webhooks";
    private static final String HOOK = """
            {"id": "w-1", "url": "https://hooks.example.org/", "types": ["foyer.pin.PinReset.v1"], "status": "ACTIVE",
              "addedAt": "2026-11-22T10:15:30Z"}""";
    private static final Answer ALL = Answer.json(200, "{\"items\": [" + HOOK + "]}");
    private static final Answer NONE_SENT = Answer.json(200, "{\"items\": [], \"total\": 0}");

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.meeting-service-url")
    URI meetingService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Awaitility.await().until(index::isCaughtUp);
        service = new StandIn(meetingService.getPort())
                .at("meeting.events-0@-1")
                .onceReachedBy(() -> as("admin").get(PAGE));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    @Tag("case-R2")
    void aFormThatIsSentTwiceAddsOne() {
        service.answers(ALL);
        String key = hidden(as("admin").get(PAGE).asString(), "key");
        service.answers(made("whsec_first"), ALL, NONE_SENT);
        add(key).body(containsString("whsec_first"));
        service.answers(made(null), ALL, NONE_SENT);
        add(key).body(allOf(containsString("its secret shown then"), not(containsString("hook-secret"))));
        assertOneCommand("POST /internal/v1/tenants/contoso.com/webhooks");
    }

    @Test
    @Tag("case-R2")
    void aFormThatIsSentTwiceMakesOneNewSecret() {
        service.answers(ALL, NONE_SENT, ALL);
        String page = as("admin").get(PAGE + "/w-1").asString();
        String form = page.substring(page.indexOf("<form hidden id=\"hook-rotate\""));
        String key = hidden(form, "key");
        service.answers(made("whsec_second"), NONE_SENT, ALL);
        rotate(key).body(containsString("whsec_second"));
        service.answers(made(null), NONE_SENT, ALL);
        rotate(key).body(containsString("its secret shown then"));
        assertOneCommand("POST /internal/v1/tenants/contoso.com/webhooks/w-1/secret");
    }

    /** What was refused may be mended and sent; what may have been done all the same is the same command again. */
    @Test
    void aRefusedFormIsAnotherOne() {
        service.answers(
                new Answer(
                        400,
                        "application/problem+json",
                        "{\"type\": \"/problems/webhook-url-refused\", \"status\": 400, \"title\": \"No\", \"detail\": \"No.\"}"),
                ALL);
        String refused = add("key-1").extract().asString();
        assertNotEquals("key-1", hidden(refused, "key"));
    }

    private static Answer made(String secret) {
        String shown = secret == null ? "null" : "\"" + secret + "\"";
        return Answer.json(201, "{\"webhook\": " + HOOK + ", \"secret\": " + shown + "}");
    }

    private static ValidatableResponse add(String key) {
        return as("admin")
                .formParam("key", key)
                .formParam("url", "https://hooks.example.org/")
                .formParam("types", "foyer.pin.PinReset.v1")
                .post(PAGE)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse rotate(String key) {
        return as("admin")
                .formParam("key", key)
                .post(PAGE + "/w-1/rotate")
                .then()
                .statusCode(200);
    }

    private void assertOneCommand(String call) {
        List<Asked> commands =
                service.asked().stream().filter(one -> one.call().equals(call)).toList();
        assertEquals(2, commands.size());
        assertEquals(
                1,
                commands.stream()
                        .map(one -> one.token().path("command").asText())
                        .distinct()
                        .count());
    }
}
