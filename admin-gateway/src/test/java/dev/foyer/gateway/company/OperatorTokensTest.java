package dev.foyer.gateway.company;

import static dev.foyer.gateway.Api.problem;
import static dev.foyer.gateway.company.CompanyGateway.contoso;
import static dev.foyer.gateway.company.CompanyGateway.fabrikam;
import static dev.foyer.gateway.company.CompanyGateway.operators;
import static dev.foyer.gateway.company.CompanyGateway.others;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators have an issuer of their own; and a tenant's tokens are worth what the tenant is: nothing, when it is gone. */
@QuarkusTest
@TestProfile(CompanyGateway.Profile.class)
class OperatorTokensTest {

    private static final String ADMIN = "conferencing-admin";
    private static final String TENANTS = "/api/v1/tenants";

    @Inject
    ReadModel index;

    private Events events;

    @BeforeEach
    void amosIsThere() {
        Api.amosIsThere(index);
        events = new Events(BrokerResource.broker().bootstrapServers());
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification operator() {
        return with(operators.token(operators.claims("olga", "operator")));
    }

    private void said(String type, Map<String, ?> data) {
        Position at = events.send("pin.events", "foyer.pin." + type + ".v1", data);
        assertTrue(index.passed(List.of(at), Duration.ofSeconds(10)));
    }

    @Test
    void anOperatorMayWhatTheEmbeddedOneMay() {
        problem(
                operator()
                        .contentType("application/json")
                        .body("{\"tenant\": \"northwind.example\"}")
                        .post(TENANTS)
                        .then(),
                501,
                "tenants-elsewhere");
        problem(operator().delete(TENANTS + "/northwind.example").then(), 501, "tenants-elsewhere");
        problem(operator().get(Api.USERS).then(), 400, "tenant-missing");
        operator()
                .header("Foyer-Tenant", "contoso.com")
                .get(Api.USERS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        problem(
                operator()
                        .header("Foyer-Tenant", "nobody.example")
                        .get(Api.USERS)
                        .then(),
                404,
                "tenant-not-found");
        problem(
                operator()
                        .header("Foyer-Tenant", "contoso.com")
                        .post(Api.USERS + "/u-17/pin/reset")
                        .then(),
                403,
                "role-missing");
    }

    @Test
    void anIssuerOfTenantsMakesNoOperator() {
        for (String token : List.of(
                contoso.token(contoso.claims("mira", "operator")),
                contoso.token(contoso.claims("mira", ADMIN, "operator")))) {
            problem(with(token).delete(TENANTS + "/fabrikam.com").then(), 403, "role-missing");
        }
        // The operators' issuer by name, and another one's key.
        problem(
                with(contoso.token(operators.claims("mira", "operator")))
                        .delete(TENANTS + "/fabrikam.com")
                        .then(),
                401,
                "not-signed-in");
    }

    @Test
    void anOperatorsIssuerMakesNoAccountOfATenant() {
        JwtClaims claims = operators.claims("olga", ADMIN, "helpdesk", "auditor");
        claims.setStringClaim("tenant", "contoso.com");
        claims.setStringClaim("org", "contoso.com");
        String token = operators.token(claims);
        with(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("operators"))
                .body("roles", hasSize(0));
        problem(with(token).get(Api.USERS).then(), 403, "role-missing");
        JwtClaims both = operators.claims("olga", ADMIN, "operator");
        with(operators.token(both)).get("/api/v1/me").then().body("roles", equalTo(List.of("operator")));
        problem(with(operators.token(both)).put(Api.USERS + "/u-18").then(), 403, "role-missing");
    }

    @Test
    void operatorsHaveNoPage() {
        given().redirects()
                .follow(false)
                .get("/admin/sign-in/company/staff")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/admin/sign-in/organization"));
    }

    /** And nobody has to start anything anew. */
    @Test
    void aTenantIsBelievedFromItsProviderWhileItIsThere() {
        JwtClaims claims = others.claims("tara", ADMIN);
        claims.setStringClaim("org", "tailspin.example");
        String token = others.token(claims);
        problem(with(token).get(Api.USERS).then(), 401, "not-signed-in");
        said("TenantAdded", Map.of("tenant", "tailspin.example", "again", false));
        with(token).get(Api.USERS).then().statusCode(200);
        said("TenantRemoved", Map.of("tenant", "tailspin.example"));
        problem(with(token).get(Api.USERS).then(), 401, "not-signed-in");
        problem(
                operator()
                        .header("Foyer-Tenant", "tailspin.example")
                        .get(Api.USERS)
                        .then(),
                404,
                "tenant-not-found");
        JwtClaims foreign = others.claims("tara", ADMIN);
        foreign.setStringClaim("org", "contoso.com");
        problem(with(others.token(foreign)).get(Api.USERS).then(), 401, "not-signed-in");
    }

    @Test
    void aTenantOfTheConfigurationEndsToo() {
        JwtClaims claims = fabrikam.claims("ignored");
        claims.setStringClaim("org", "fabrikam.example");
        claims.setStringClaim("upn", "vera@fabrikam.com");
        claims.setStringListClaim("groups", List.of("Fabrikam Admins"));
        // Before the events of the tests, which all happen on the 22nd.
        claims.setIssuedAt(
                NumericDate.fromSeconds(Instant.parse("2026-11-21T10:00:00Z").getEpochSecond()));
        String before = fabrikam.token(claims);
        with(before).get(Api.USERS).then().statusCode(200);
        said("TenantRemoved", Map.of("tenant", "fabrikam.example"));
        problem(with(before).get(Api.USERS).then(), 401, "not-signed-in");
        // It comes again, and with it those who sign in from now on.
        said("TenantAdded", Map.of("tenant", "fabrikam.example", "again", true));
        claims.setIssuedAtToNow();
        with(fabrikam.token(claims)).get(Api.USERS).then().statusCode(200);
        problem(with(before).get(Api.USERS).then(), 401, "not-signed-in");
    }
}
