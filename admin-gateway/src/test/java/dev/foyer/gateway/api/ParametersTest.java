package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misprint must not become another question: who filters by "staet" must not get everybody, who tries must not do. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
@Tag("case-R8")
class ParametersTest extends WithAmos {

    @ParameterizedTest
    @CsvSource({
        "GET, /users?staet=locked, staet",
        "GET, /users?State=locked, State",
        "GET, /users/amos.marble?asof=2026-11-27T08:30:00Z, asof",
        "GET, /users/amos.marble/history?form=2026-11-27T08:30:00Z, form",
        "GET, /audit?users=amos.marble, users",
        "GET, /notifications?state=HELD, state",
        "GET, /meetings?state=RUNNING, state",
        "GET, /dead-letters?topic=x, topic",
        "GET, /me?verbose=true, verbose",
        "DELETE, /users/amos.marble/conferencing?dryRun=true, dryRun",
        "POST, /users/amos.marble/pin/reset?reveal=false, reveal",
        "POST, /users/amos.marble/conferencing?reason=asked, reason",
        "PATCH, /settings?dryRun=true, dryRun",
        "GET, /users?%3Cscript%3E=1, One"
    })
    void whatIsNotReadIsRefused(Method method, String path, String name) {
        refused(
                as("admin").urlEncodingEnabled(false).request(method, "/api/v1" + path),
                startsWith(name + " is not read here"));
    }

    @Test
    void itSaysWhatThereIs() {
        refused(
                as("admin").get("/api/v1/meetings?state=RUNNING"),
                equalTo("state is not read here; there are cursor, limit, organizer, phase, separator."));
    }

    /** As an unknown field is where fields are read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /meetings/4711007/end | {\"reason\": \"late\"} | Nothing is read",
                "POST | /notifications/n-1/retry | {\"toAddress\": \"a@b.example\"} | Nothing is read",
                "POST | /notifications/n-1/hand-over | [] | Nothing is read",
                "DELETE | /webhooks/w-1 | not json | Nothing is read",
                "POST | /users/amos.marble@contoso.com/pin/lock | {\"until\": \"2026-11-29T08:00:00Z\"} | There is no field until",
                "DELETE | /users/amos.marble@contoso.com | {\"force\": true} | There is no field force",
                "POST | /users/amos.marble@contoso.com/pin/unlock | not json | The body is not valid JSON"
            })
    void aBodyIsReadOrRefused(Method method, String path, String body, String says) {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(body)
                        .request(method, "/api/v1" + path)
                        .then()
                        .body("detail", startsWith(says)),
                400,
                "malformed-json");
    }

    /** Else a bridge that says more than is read would lose all its calls. */
    @Test
    @Tag("E6")
    void whatABridgeSaysBesideKeepsNoCallFromEnding() {
        problem(
                as("bridge")
                        .contentType("application/json")
                        .body("{\"at\": \"now\"}")
                        .delete("/api/v1/bridge/calls/c-none")
                        .then(),
                404,
                "call-not-found");
    }

    @Test
    void anEmptyObjectSaysNothing() {
        problem(
                as("admin")
                        .contentType("application/json")
                        .body(" { } ")
                        .post("/api/v1/notifications/n-none/retry")
                        .then(),
                404,
                "notification-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "/users?state=locked&state=enabled, state",
        "/audit?user=a&user=b, user",
        "/users?limit=1&limit=1, limit"
    })
    void noneOfTwoIsChosen(String path, String name) {
        refused(as("admin").get("/api/v1" + path), equalTo(name + " is sent once."));
    }

    private static void refused(Response answer, Matcher<String> detail) {
        problem(answer.then(), 400, "parameter-invalid");
        answer.then().body("detail", detail);
    }

    /** Whoever has the address of a list downloads it by that. */
    @Test
    void allFormsOfAListHaveTheSameParameters() {
        assertEquals(
                200,
                as("admin")
                        .accept("text/csv")
                        .get("/api/v1/users?q=amos&state=&limit=50&facets=state")
                        .statusCode());
    }
}
