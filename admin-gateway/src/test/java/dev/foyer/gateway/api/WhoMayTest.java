package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not let in, or not let do this: 401, 403, and 404 for what is another tenant's. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class WhoMayTest {

    @Inject
    ReadModel index;

    @BeforeEach
    void amosIsThere() {
        Api.amosIsThere(index);
    }

    @Test
    void noCredentials() {
        problem(given().get("/api/v1/users").then(), 401, "not-signed-in");
        given().get("/api/v1/users").then().header("WWW-Authenticate", containsString("Basic"));
    }

    @Test
    void wrongPassword() {
        problem(
                given().auth()
                        .preemptive()
                        .basic("admin", "wrong")
                        .get("/api/v1/users")
                        .then(),
                401,
                "not-signed-in");
        problem(
                given().auth()
                        .preemptive()
                        .basic("nobody", Gateway.PASSWORD)
                        .get("/api/v1/users")
                        .then(),
                401,
                "not-signed-in");
        problem(
                given().header("Authorization", "Basic %%%")
                        .get("/api/v1/users")
                        .then(),
                401,
                "not-signed-in");
        problem(
                given().header("Authorization", "Bearer abc")
                        .get("/api/v1/users")
                        .then(),
                401,
                "not-signed-in");
    }

    @Test
    void everybodyIsToldWhoTheyAre() {
        problem(given().get("/api/v1/me").then(), 401, "not-signed-in");
        as("bridge")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("account", equalTo("bridge"))
                .body("tenant", equalTo("contoso.com"))
                .body("roles", contains("bridge"));
    }

    @ParameterizedTest
    @CsvSource({
        "helpdesk, POST, /users/u-17/conferencing",
        "helpdesk, PUT, /users/u-18",
        "helpdesk, PATCH, /settings",
        "helpdesk, PATCH, /users/u-17/conferencing",
        "helpdesk, POST, /users/u-17/conference-id/reset",
        "auditor, PUT, /users/u-17/conference-id",
        "helpdesk, POST, /notifications/n-1/reveal",
        "auditor, POST, /notifications/n-1/hand-over",
        "auditor, POST, /users/u-17/pin/reset",
        "auditor, DELETE, /users/u-17",
        "bridge, GET, /users",
        "bridge, POST, /meetings",
        "app, GET, /notifications",
        "app, POST, /bridge/calls",
        "admin, POST, /bridge/calls",
        "helpdesk, GET, /scans",
        "bridge, GET, /scans",
        "auditor, DELETE, /scans/withheld.bridge",
        "admin, POST, /meetings/4711007/participants"
    })
    void missingRole(String account, String method, String path) {
        problem(
                as(account)
                        .contentType("application/json")
                        .body("{}")
                        .request(method, "/api/v1" + path)
                        .then(),
                403,
                "role-missing");
    }

    @Test
    void anotherTenantsUserIsNotThere() {
        problem(as("admin@fabrikam").get("/api/v1/users/u-17").then(), 404, "user-not-found");
        problem(
                as("admin@fabrikam")
                        .get("/api/v1/users/amos.marble@contoso.com")
                        .then(),
                404,
                "user-not-found");
        problem(as("admin@fabrikam").post("/api/v1/users/u-17/pin/reset").then(), 404, "user-not-found");
        problem(
                as("admin@fabrikam")
                        .post("/api/v1/users/u-17/conference-id/reset")
                        .then(),
                404,
                "user-not-found");
    }
}
