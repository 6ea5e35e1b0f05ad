package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import dev.foyer.gateway.Api;
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
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks over REST: meeting-service has them, and what the gateway itself shows of them are their events. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class WebhooksApiTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String ANSWER = """
            {"webhook": {"id": "w-1", "url": "https://hooks.example.org/", "types": ["foyer.pin.PinReset.v1"],
              "status": "ACTIVE", "addedAt": "2026-11-22T10:15:30Z"}, "secret": null}""";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.meeting-service-url")
    URI meetingService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(meetingService.getPort())
                .onceReachedBy(() -> as("admin").delete(WEBHOOKS + "/w-0"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** A later query, also of another gateway, shows it: the answer waits for the event, or says that it could not. */
    @ParameterizedTest
    @CsvSource({"POST,,201", "PATCH,/w-1,200", "DELETE,/w-1,204", "POST,/w-1/rotate-secret,200"})
    @Tag("case-R12")
    void theAnswerIsAsFarAsItsEvent(String method, String path, int status) {
        String ahead = "meeting.events-0@99999999";
        service.at(ahead).alwaysAnswers(status == 204 ? Answer.json(204, "") : Answer.json(status, ANSWER));
        ValidatableResponse answer = ask(method, path == null ? "" : path).statusCode(status);
        answer.header(ReadYourWrites.HEADER, equalTo(ReadYourWrites.BEHIND));
        String position = answer.extract().header(ViewPosition.HEADER);
        assertEquals(ahead, new String(Base64.getUrlDecoder().decode(position), UTF_8));
    }

    /** RFC 7396, which the type of the body is a promise of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"description\": null} | true |",
                "{\"description\": \"\"} | true |",
                "{\"paused\": true} | false |",
                "{\"description\": \"Of sales\"} | false | Of sales"
            })
    @Tag("H1")
    void inAMergePatchNullTakesTheDescriptionAway(String body, boolean gone, String description) throws IOException {
        service.alwaysAnswers(Answer.json(200, ANSWER));
        patch(body).statusCode(200);
        JsonNode asked =
                Json.mapper().build().readTree(service.asked().getLast().body());
        assertEquals(gone, asked.path("noDescription").asBoolean());
        assertEquals(description, asked.path("description").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "types", "paused"})
    @Tag("H1")
    void whatAWebhookCannotBeWithoutIsNotTakenAway(String field) {
        problem(patch("{\"" + field + "\": null, \"description\": \"x\"}"), 400, "parameter-invalid");
        problem(patch("{\"" + field + "es\": 1}"), 400, "malformed-json");
        problem(patch("[]"), 400, "malformed-json");
        assertEquals(0, service.asked().size());
    }

    private static ValidatableResponse patch(String body) {
        return as("admin")
                .config(Api.anyType())
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(WEBHOOKS + "/w-1")
                .then();
    }

    private static ValidatableResponse ask(String method, String path) {
        String body = path.isEmpty()
                ? "{\"url\": \"https://hooks.example.org/\", \"types\": [\"foyer.pin.PinReset.v1\"]}"
                : "{\"paused\": true}";
        var request = as("admin");
        if (path.isEmpty() || method.equals("PATCH")) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, WEBHOOKS + path).then();
    }
}
