package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a path spells a user, a key with it is one request: another body under the same key is refused as such. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
@Tag("case-R2")
class OneUserManyPathsTest extends WithAmos {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u-17/pin/reset/",
                "u%2D17/pin/reset",
                "amos.marble@contoso.com/pin/reset",
                "amos.marble%40contoso.com/pin/reset",
                "AMOS.Marble%40Contoso.com/pin/reset/",
                "%61mos.marble@contoso.com/pin/reset"
            })
    void aResetIsOne(String spelling) {
        String key = UUID.randomUUID().toString();
        problem(reset(key, "u-17/pin/reset", true), 503, "service-away");
        problem(reset(key, spelling, true), 503, "service-away");
        problem(reset(key, spelling, false), 422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"POST|conferencing|{}|{\"reveal\":false}", "PUT|conference-id|{\"conferenceId\":\"4711001\"}|{}"})
    void soAreOthers(String method, String what, String body, String other) {
        String key = UUID.randomUUID().toString();
        problem(send(key, method, "u-17/" + what, body), 503, "service-away");
        problem(send(key, method, "amos.marble%40contoso.com/" + what + "/", other), 422, "idempotency-key-reused");
    }

    /** In the body a user is spelled in many ways, too. */
    @ParameterizedTest
    @ValueSource(strings = {"amos.marble@contoso.com", "AMOS.Marble@Contoso.com"})
    void soIsAMeetingOfOneOrganizer(String spelling) {
        String key = UUID.randomUUID().toString();
        problem(schedule(key, "u-17", "Budget"), 503, "service-away");
        problem(schedule(key, spelling, "Budget"), 503, "service-away");
        problem(schedule(key, spelling, "Another"), 422, "idempotency-key-reused");
    }

    private static ValidatableResponse schedule(String key, String organizer, String subject) {
        return as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"organizer\": \"%s\", \"subject\": \"%s\"}".formatted(organizer, subject))
                .post("/api/v1/meetings")
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/u-17/pin/reset", "/api/v1/meetings", "/api/v1/bridge/calls"})
    void twoKeysAreNone(String path) {
        problem(
                as("admin")
                        .urlEncodingEnabled(false)
                        .header("Idempotency-Key", "a", "b")
                        .contentType("application/json")
                        .body("{}")
                        .post(path)
                        .then(),
                400,
                "parameter-invalid");
    }

    /** As with keys: whichever was taken, its sender may have meant the other. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Reason", "Foyer-Tenant", "Foyer-Position", "Last-Event-ID", "Authorization"})
    void norTwoOfWhatElseIsSaidOnce(String header) {
        problem(
                given().header(header, "a", "b")
                        .contentType("application/json")
                        .body("{}")
                        .post("/api/v1/users/u-17/pin/lock")
                        .then(),
                400,
                "parameter-invalid");
    }

    private static ValidatableResponse reset(String key, String path, boolean reveal) {
        return send(key, "POST", path, "{\"reveal\": " + reveal + "}");
    }

    private static ValidatableResponse send(String key, String method, String path, String body) {
        return as("admin")
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .request(method, "/api/v1/users/" + path)
                .then();
    }
}
