package dev.foyer.gateway.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No guard reads an address otherwise than what is behind it. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S5")
class PathsTest {

    @Inject
    ReadModel index;

    private static Answer get(String target) {
        return RawHttp.send(
                RestAssured.port,
                "GET " + target + " HTTP/1.1",
                "Host: localhost:" + RestAssured.port,
                "Authorization: " + Api.basic("admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//admin/sign-in",
                "/admin//sign-in",
                "/admin/sign-in//",
                "/x/../admin/sign-in",
                "/./admin/sign-in",
                "/x/%2e%2E/admin/sign-in",
                "/admin/%2E/sign-in",
                "/admin;x/sign-in",
                "/admin/sign-in;jsessionid=1",
                "/admin%2Fsign-in",
                "/admin%2fsign-in",
                "/api/v1/users/..%5cu-17",
                "/api\\v1/users",
                "/admin/sign-in%00",
                "/admin/sign-in%0d%0aX:1",
                "/admin/%c0%ae%c0%ae/sign-in",
                "/admin/%u002e/sign-in",
                "/admin/sign-in%",
                "/admin/sign-in%2",
                "/admin/sign-in#x",
                "/api/v1/users?q=%",
                "/api/v1/users?q=%ff",
                "http://localhost/admin/sign-in"
            })
    void whatHasNoSingleMeaningHasNone(String target) {
        Answer answer = get(target);
        assertEquals(400, answer.status(), target);
        assertEquals("DENY", answer.header("X-Frame-Options").orElse(""), target);
    }

    @Test
    void aSignInFromElsewhereIsRefusedUnderEachOfItsNames() {
        for (String target : new String[] {"//admin/sign-in/check", "/x/../admin/sign-in/check"}) {
            assertEquals(400, signIn(target).status(), target);
        }
        for (String target : new String[] {
            "/admin/sign-in/check", "/admin/sign-in/check/", "/%61dmin/sign-in/check", "/admin/sign%2Din/check"
        }) {
            assertEquals(403, signIn(target).status(), target);
        }
    }

    private static Answer signIn(String target) {
        String form = "name=admin&password=" + Gateway.PASSWORD.replace(' ', '+');
        return RawHttp.send(
                RestAssured.port,
                "POST " + target + " HTTP/1.1",
                "Host: localhost:" + RestAssured.port,
                "Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "",
                form);
    }

    @Test
    void whatIsWrittenOtherwiseIsTheSame() {
        Api.amosIsThere(index);
        for (String target : new String[] {
            "/api/v1/users/u-17",
            "/api/v1/users/u-17/",
            "/%61pi/v1/users/u%2D17",
            "/api/v1/users/amos.marble@contoso.com?asO%66=2999-01-01T00%3A00:00Z",
            "/api/v1/users/amos.marble%40contoso.com"
        }) {
            Answer answer = get(target);
            assertEquals(200, answer.status(), target + answer.body());
            assertTrue(answer.body().contains("\"userId\":\"u-17\""), answer.body());
        }
    }

    @Test
    void whatWasDecodedIsNotDecodedAgain() {
        assertEquals(404, get("/api/v1/users/%252e%252e").status());
        assertEquals(404, get("/api/v1/users/a%3Bb%3Fc%23d").status());
    }
}
