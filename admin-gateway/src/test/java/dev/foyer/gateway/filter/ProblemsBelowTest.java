package dev.foyer.gateway.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever finds the mistake, below our code or in it: the answer says what is wrong, and nobody keeps it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class ProblemsBelowTest {

    private static final String JSON = "application/json";

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private static Answer send(String line, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                line + " HTTP/1.1", "Host: localhost:" + RestAssured.port, "Authorization: " + Api.basic("admin")));
        lines.addAll(List.of(more));
        return RawHttp.send(RestAssured.port, lines.toArray(String[]::new));
    }

    private static void isProblem(int status, Answer answer, String what) throws IOException {
        assertEquals(status, answer.status(), what + " " + answer);
        assertEquals(
                "application/problem+json",
                answer.header("Content-Type").orElse("").replaceFirst(";.*", ""),
                what);
        assertEquals("no-store", answer.header("Cache-Control").orElse(""), what);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertEquals(status, problem.path("status").asInt(), what);
        assertTrue(problem.path("type").asText().startsWith("/problems/"), what);
        assertTrue(problem.path("detail").asText().length() > 5, what);
    }

    @ParameterizedTest
    @Tag("case-R13")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | GET /api/v1/users?q=%",
                "400 | GET /api/v1/users?q=%zz",
                "400 | GET /api/v1/users/%",
                "400 | GET /api/v1/users/%2",
                "400 | GET /api/v1/users/%ff",
                "400 | GET //api/v1/users",
                "404 | GET /api/v1/nothing",
                "404 | GET /api/v1",
                "405 | DELETE /api/v1/settings",
                "405 | TRACE /api/v1/users",
                "405 | PROPFIND /api/v1/users",
                "406 | GET /api/v1/users"
            })
    void everyMistakeHasItsProblem(int status, String line) throws IOException {
        isProblem(status, send(line, status == 406 ? "Accept: text/html" : "Accept: */*"), line);
    }

    @Test
    @Tag("case-R13")
    void soHasWhatIsTooLong() throws IOException {
        isProblem(414, send("GET /api/v1/users?q=" + "x".repeat(5_000)), "a long address");
        isProblem(414, send("GET /api/v1/users/" + "x".repeat(5_000)), "a long id");
        isProblem(431, send("GET /api/v1/users", "X: " + "x".repeat(20_000)), "a long header");
        isProblem(400, RawHttp.send(RestAssured.port, "GET", "Host: localhost"), "no address");
    }

    @Test
    @Tag("case-R13")
    void soHasABodyThatIsNone() throws IOException {
        isProblem(415, post("text/plain", "hello"), "plain text");
        isProblem(400, post(JSON, "{\"reveal\":"), "half of it");
        isProblem(400, post(JSON, "{\"reveal\": tru}"), "no JSON");
    }

    private static Answer post(String type, String body) {
        return send(
                "POST /api/v1/users/u-17/pin/reset",
                "Content-Type: " + type,
                "Content-Length: " + body.length(),
                "",
                body);
    }

    @ParameterizedTest
    @Tag("case-R4")
    @ValueSource(
            strings = {
                "//api/v1/users/u-17/pin/reset",
                "/api//v1/users/u-17/pin/reset",
                "/api/v1/users/u-17/pin/./reset",
                "/api/v1/users/u-17/x/../pin/reset",
                "/api/v1/users/u-17/pin/reset;x=1",
                "/api/v1/users/u-17%2Fpin/reset",
                "/api/v1/users/u-17/pin%5creset",
                "/api/v1/users/u-17/pin/reset//"
            })
    void aPinIsMadeUnderOneNameOnly(String path) throws IOException {
        Api.amosIsThere(index);
        try (StandIn service = pins()) {
            isProblem(400, send("POST " + path, "Content-Length: 0"), path);
            assertEquals(List.of(), service.asked());
        }
    }

    @ParameterizedTest
    @Tag("case-R4")
    @ValueSource(
            strings = {
                "/api/v1/users/u-17/pin/reset",
                "/api/v1/users/u-17/pin/reset/",
                "/%61pi/v1/users/u-17/pin/reset",
                "/api/v1/users/u%2D17/pin/reset?",
                "/api/v1/users/amos.marble%40contoso.com/pin/reset"
            })
    void aPinIsNeverKeptHoweverItsAddressIsWritten(String path) throws IOException {
        Api.amosIsThere(index);
        try (StandIn service = pins()) {
            service.onceReachedBy(() -> Api.as("admin").get("/api/v1/settings"));
            Answer answer = send("POST " + path, "Content-Length: 0");
            assertEquals(200, answer.status(), path + answer.body());
            assertTrue(answer.body().contains("\"pin\":\"48213\""), answer.body());
            assertEquals("no-store", answer.header("Cache-Control").orElse(""), path);
            assertEquals(1, service.asked().size());
        }
    }

    private StandIn pins() throws IOException {
        return new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(StandIn.Answer.json(200, "{\"pin\":\"48213\",\"conferenceId\":\"4711007\"}"));
    }
}
