package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is not let in, or not let do this: 401, 403, and 404 for what is another tenant's. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class WhoMayTest extends WithAmos {

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
        as("operator").get("/api/v1/me").then().statusCode(200).body("roles", contains("operator"));
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
        "auditor, POST, /notifications/n-1/retry",
        "auditor, POST, /users/u-17/conferencing/email",
        "bridge, POST, /users/u-17/conferencing/email",
        "auditor, POST, /users/u-17/pin/reset",
        "auditor, DELETE, /users/u-17",
        "bridge, GET, /users",
        "bridge, POST, /meetings",
        "app, GET, /notifications",
        "app, POST, /bridge/calls",
        "admin, POST, /bridge/calls",
        "helpdesk, GET, /audit",
        "bridge, GET, /audit",
        "app, GET, /audit",
        "helpdesk, GET, /scans",
        "bridge, GET, /scans",
        "auditor, DELETE, /scans/withheld.bridge",
        "admin, POST, /meetings/4711007/participants",
        "helpdesk, POST, /meetings/4711007/admit",
        "auditor, POST, /meetings/4711007/admit",
        "helpdesk, GET, /scim-tokens",
        "helpdesk, POST, /scim-tokens",
        "auditor, POST, /scim-tokens",
        "operator, POST, /scim-tokens",
        "auditor, DELETE, /scim-tokens/9f86d081884c7d65",
        "helpdesk, GET, /webhooks",
        "bridge, GET, /webhooks",
        "helpdesk, POST, /webhooks",
        "auditor, POST, /webhooks",
        "auditor, PATCH, /webhooks/wh_1",
        "auditor, DELETE, /webhooks/wh_1",
        "auditor, POST, /webhooks/wh_1/rotate-secret",
        "auditor, POST, /webhooks/wh_1/test",
        "helpdesk, GET, /webhooks/wh_1/deliveries",
        "auditor, POST, /webhooks/wh_1/deliveries/msg_1/redeliver",
        "operator, POST, /webhooks",
        "operator, DELETE, /webhooks/wh_1",
        "operator, POST, /webhooks/wh_1/deliveries/msg_1/redeliver",
        "admin, POST, /tenants",
        "helpdesk, POST, /tenants",
        "auditor, POST, /tenants",
        "bridge, POST, /tenants",
        "app, POST, /tenants",
        "admin, DELETE, /tenants/fabrikam.com",
        "helpdesk, DELETE, /tenants/contoso.com",
        "auditor, DELETE, /tenants/contoso.com",
        "bridge, DELETE, /tenants/contoso.com",
        "app, DELETE, /tenants/contoso.com",
        "operator, DELETE, /scans/withheld.bridge",
        "operator, PATCH, /settings",
        "operator, PUT, /users/u-18",
        "operator, DELETE, /users/u-17",
        "operator, POST, /users/u-17/conferencing",
        "operator, PATCH, /users/u-17/conferencing",
        "operator, DELETE, /users/u-17/conferencing",
        "operator, POST, /users/u-17/pin/reset",
        "operator, POST, /users/u-17/pin/lock",
        "operator, POST, /users/u-17/pin/unlock",
        "operator, PUT, /users/u-17/conference-id",
        "operator, POST, /users/u-17/conference-id/reset",
        "operator, POST, /notifications/n-1/reveal",
        "operator, POST, /notifications/n-1/send",
        "operator, POST, /notifications/n-1/hand-over",
        "operator, POST, /notifications/n-1/discard",
        "operator, POST, /notifications/n-1/retry",
        "operator, POST, /users/u-17/conferencing/email",
        "operator, POST, /meetings",
        "operator, POST, /meetings/4711007/admit",
        "operator, POST, /meetings/4711007/end",
        "operator, POST, /meetings/4711007/participants",
        "operator, DELETE, /meetings/4711007/participants/p-1",
        "operator, POST, /bridge/calls",
        "operator, GET, /bridge/calls/c-1",
        "operator, DELETE, /bridge/calls/c-1",
        "operator, POST, /bridge/calls/c-1/organizer-pin"
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
    void anOperatorReadsOfTheTenantThatItNames() {
        for (String path : new String[] {
            "/users", "/users/u-17", "/users/u-17/history", "/audit", "/notifications", "/meetings", "/scans"
        }) {
            as("operator")
                    .header("Foyer-Tenant", "contoso.com")
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(200);
            problem(as("operator").get("/api/v1" + path).then(), 400, "tenant-missing");
        }
        problem(
                as("operator")
                        .header("Foyer-Tenant", "fabrikam.com")
                        .get("/api/v1/users/u-17")
                        .then(),
                404,
                "user-not-found");
        for (String path : new String[] {
            "/users", "/users/u-17", "/users/u-17/history", "/notifications", "/meetings", "/scans", "/settings"
        }) {
            problem(
                    as("operator")
                            .header("Foyer-Tenant", "nobody.example")
                            .get("/api/v1" + path)
                            .then(),
                    404,
                    "tenant-not-found");
        }
        for (String odd : new String[] {
            "",
            "Contoso.com",
            "contoso.com|u-17",
            "../contoso.com",
            "*",
            "-",
            ".",
            "contoso",
            "-contoso.com",
            "contoso-.com",
            "contoso.com.",
            ".contoso.com",
            "contoso..com",
            "operators"
        }) {
            problem(
                    as("operator")
                            .header("Foyer-Tenant", odd)
                            .get("/api/v1/users")
                            .then(),
                    400,
                    "parameter-invalid");
        }
    }

    @Test
    void nobodyElseNamesATenant() {
        for (String account : new String[] {"admin", "helpdesk", "auditor"}) {
            problem(
                    as(account)
                            .header("Foyer-Tenant", "fabrikam.com")
                            .get("/api/v1/users")
                            .then(),
                    404, // as all of another tenant is, and never 403
                    "tenant-not-yours");
            as(account)
                    .header("Foyer-Tenant", "contoso.com")
                    .get("/api/v1/users")
                    .then()
                    .statusCode(200);
        }
        Account both = new Account("x", "contoso.com", Set.of(Roles.OPERATOR, Roles.ADMIN), null);
        assertEquals("contoso.com", NamedTenant.in(null, both).tenant());
        assertThrows(Problem.ProblemException.class, () -> NamedTenant.in("fabrikam.com", both));
    }

    @Test
    void tenantsAreAddedWhereTheBrokerIsOperated() {
        problem(
                as("operator")
                        .contentType("application/json")
                        .body("{\"tenant\": \"northwind.com\"}")
                        .post("/api/v1/tenants")
                        .then(),
                501,
                "tenants-elsewhere");
        problem(as("operator").delete("/api/v1/tenants/northwind.com").then(), 501, "tenants-elsewhere");
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
