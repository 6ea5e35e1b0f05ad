package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.not;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request: a problem document that says so, never a 500, never a stack. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class ProblemsTest extends WithAmos {

    @Test
    void aNameThatAnotherUserHasIsTaken() {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("userPrincipalName", "Amos.Marble@contoso.com", "displayName", "Somebody else"))
                        .put("/api/v1/users/u-18")
                        .then(),
                409,
                "user-principal-name-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"sendEmail\": tru",
                "[]",
                "\"x\"",
                "{\"sendEmail\": \"yes\"}",
                "{\"sendEmail\": 1}",
                "{\"sendEmail\": \"true\"}",
                "{\"sendEmailToAddress\": 5}",
                "{\"sendEmial\": true}",
                "{\"a\": {}}",
                "{} {}",
                "{\"reveal\": []}"
            })
    void bodiesThatCannotBeRead(String body) {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/users/u-17/pin/reset")
                        .then(),
                400,
                "malformed-json");
    }

    @Test
    void unknownUser() {
        problem(as("admin").get("/api/v1/users/nobody").then(), 404, "user-not-found");
        problem(as("admin").post("/api/v1/users/nobody/pin/reset").then(), 404, "user-not-found");
        problem(as("admin").delete("/api/v1/users/nobody").then(), 404, "user-not-found");
        problem(as("admin").get("/api/v1/users/nobody/history").then(), 404, "user-not-found");
    }

    @Test
    void addressWithoutSendEmail() {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(Map.of("sendEmailToAddress", "amos@example.org"))
                        .post("/api/v1/users/u-17/pin/reset")
                        .then(),
                400,
                "address-without-send-email");
    }

    @Test
    void oversizedBody() {
        String body = "{\"displayName\": \"" + "x".repeat(70_000) + "\"}";
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(body)
                        .put("/api/v1/users/u-18")
                        .then(),
                413,
                "body-too-large");
    }

    @Test
    void nothingAtThatAddress() {
        problem(as("admin").get("/api/v1/nothing").then(), 404, "not-found");
        problem(as("admin").get("/api/v2/users").then(), 404, "not-found");
        problem(as("admin").get("/api/v1/users/u-17/pin/nothing").then(), 404, "not-found");
    }

    @Test
    void wrongMethod() {
        problem(as("admin").delete("/api/v1/settings").then(), 405, "method-not-allowed");
        problem(as("admin").get("/api/v1/users/u-17/pin/reset").then(), 405, "method-not-allowed");
        problem(as("admin").get("/api/v1/users/u-17/conference-id/reset").then(), 405, "method-not-allowed");
    }

    @Test
    void wrongContentType() {
        problem(
                as("admin")
                        .contentType("text/plain")
                        .body("hello")
                        .put("/api/v1/users/u-18")
                        .then(),
                415,
                "unsupported-media-type");
        problem(
                as("admin")
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/api/v1/users/u-17/pin/reset")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void wrongAccept() {
        problem(as("admin").accept("application/xml").get("/api/v1/users").then(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, parameter-invalid",
        "limit=abc, parameter-invalid",
        "limit=99999999999999999999, parameter-invalid",
        "state=asleep, parameter-invalid",
        "sort=shoeSize, parameter-invalid",
        "cursor=abc, cursor-invalid",
        "cursor=%25%25, cursor-invalid"
    })
    void badParameters(String query, String name) {
        problem(
                as("admin")
                        .urlEncodingEnabled(false)
                        .get("/api/v1/users?" + query)
                        .then(),
                400,
                name);
    }

    @Test
    void badUserId() {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body("{}")
                        .put("/api/v1/users/{id}", "a b")
                        .then(),
                400,
                "parameter-invalid");
    }

    @Test
    void missingBody() {
        problem(
                as("admin")
                        .contentType("application/json")
                        .put("/api/v1/users/u-18")
                        .then(),
                400,
                "body-missing");
        problem(as("admin").put("/api/v1/users/u-18").then(), 400, "body-missing");
        problem(
                as("admin")
                        .contentType("application/json")
                        .body("null")
                        .post("/api/v1/meetings")
                        .then(),
                400,
                "body-missing");
    }

    @Test
    void serviceAway() {
        problem(
                as("admin").post("/api/v1/users/u-17/pin/reset").then().header("Retry-After", "2"),
                503,
                "service-away");
        problem(as("admin").get("/api/v1/settings").then(), 503, "service-away");
        problem(as("admin").post("/api/v1/users/u-17/conference-id/reset").then(), 503, "service-away");
        problem(
                as("bridge")
                        .contentType("application/json")
                        .body(Map.of("callId", "c1", "conferenceId", "4711007"))
                        .post("/api/v1/bridge/calls")
                        .then(),
                503,
                "service-away");
    }

    @Test
    void oneIdempotencyKeyIsForOneRequest() {
        RequestSpecification first = as("admin").header("Idempotency-Key", "k1").contentType("application/json");
        problem(
                first.body("{\"reveal\": true}")
                        .post("/api/v1/users/u-17/pin/reset")
                        .then(),
                503,
                "service-away");
        RequestSpecification second =
                as("admin").header("Idempotency-Key", "k1").contentType("application/json");
        problem(
                second.body("{\"reveal\": false}")
                        .post("/api/v1/users/u-17/pin/reset")
                        .then(),
                422,
                "idempotency-key-reused");
    }

    @Test
    void pinThatIsNone() {
        problem(
                as("bridge")
                        .contentType("application/json")
                        .body("{\"pin\": \"12ab\"}")
                        .post("/api/v1/bridge/calls/c-none/organizer-pin")
                        .then(),
                404,
                "call-not-found");
    }

    @Test
    void aDecentCorrelationIdIsKept() {
        as("admin")
                .header("X-Correlation-Id", "abc-1")
                .get("/api/v1/users")
                .then()
                .header("X-Correlation-Id", "abc-1");
        as("admin")
                .header("X-Correlation-Id", "a b")
                .get("/api/v1/users")
                .then()
                .header("X-Correlation-Id", not("a b"));
    }
}
