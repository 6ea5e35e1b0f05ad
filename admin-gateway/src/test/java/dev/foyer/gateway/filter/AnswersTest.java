package dev.foyer.gateway.filter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is true of every answer, and who is answered at all. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S5")
class AnswersTest {

    private static Answer send(String first, String... more) {
        String[] lines = new String[more.length + 2];
        lines[0] = first;
        lines[1] = "Host: localhost:" + RestAssured.port;
        System.arraycopy(more, 0, lines, 2, more.length);
        return RawHttp.send(RestAssured.port, lines);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/users HTTP/1.1, 401",
        "GET /api/v1/nothing HTTP/1.1, 404",
        "GET /nothing HTTP/1.1, 404",
        "DELETE /api/v1/settings HTTP/1.1, 405",
        "GET /admin/sign-in HTTP/1.1, 200",
        "GET /admin/users HTTP/1.1, 303",
        "GET / HTTP/1.1, 303",
        "GET /assets/foyer.css HTTP/1.1, 200",
        "GET /assets/nothing.css HTTP/1.1, 404",
        "GET /q/openapi HTTP/1.1, 200",
        "GET //admin HTTP/1.1, 400",
        "OPTIONS * HTTP/1.1, 404",
        "GET /a b HTTP/1.1, 400",
        "FROB /api/v1/users HTTP/1.1, 403",
        "GET relative HTTP/1.1, 404"
    })
    void everyAnswerIsKeptFramedAndGuessedByNobody(String first, int status) {
        Answer answer = first.startsWith("FROB") ? send(first, "Origin: null") : send(first);
        assertEquals(status, answer.status(), first + answer.body());
        assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", answer.header("X-Frame-Options").orElse(""));
        assertEquals("no-referrer", answer.header("Referrer-Policy").orElse(""));
        assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy").orElse(""));
        assertEquals(
                "same-origin", answer.header("Cross-Origin-Resource-Policy").orElse(""));
        assertTrue(answer.header("Permissions-Policy").isPresent());
        String policy = answer.header("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                !first.contains("/assets/"),
                answer.header("Cache-Control").orElse("").contains("no-store"));
        assertFalse(answer.header("Strict-Transport-Security").isPresent(), "only under TLS");
        assertFalse(answer.body().contains("\tat "), answer.body());
    }

    @Test
    void aHeadThatIsTooLargeIsAnsweredLikeAll() {
        Answer answer = send("GET /api/v1/users HTTP/1.1", "X-Long: " + "x".repeat(20_000));
        assertEquals(431, answer.status());
        assertEquals("DENY", answer.header("X-Frame-Options").orElse(""));
        assertEquals(414, send("GET /" + "x".repeat(5_000) + " HTTP/1.1").status());
        assertEquals(
                431,
                send("GET /api/v1/users HTTP/1.1", "X: 1\r\n".repeat(200).strip())
                        .status());
    }

    @Test
    void http2IsNotSpoken() {
        assertEquals(
                200,
                send(
                                "GET /admin/sign-in HTTP/1.1",
                                "Connection: Upgrade, HTTP2-Settings",
                                "Upgrade: h2c",
                                "HTTP2-Settings: AAMAAABkAAQAAP__")
                        .status());
        int known = RawHttp.send(RestAssured.port, "PRI * HTTP/2.0\r\n\r\nSM").status();
        assertTrue(known < 500, "by prior knowledge: " + known);
    }

    @Test
    void swaggerUiIsTheNamedException() {
        Answer answer = send("GET /q/swagger-ui/ HTTP/1.1");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Security-Policy").orElse("").contains("script-src 'self' 'unsafe-inline'"));
        given().redirects()
                .follow(false)
                .get("/q/swagger-ui")
                .then()
                .statusCode(302)
                .header("Location", equalTo("/q/swagger-ui/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8081", "localhost.evil.example", "localhost", "127.0.0.1:1"})
    void whoMeansAnotherHostIsMisdirected(String host) {
        Answer answer = RawHttp.send(RestAssured.port, "GET /admin/sign-in HTTP/1.1", "Host: " + host);
        assertEquals(421, answer.status());
        assertTrue(answer.body().contains("/problems/host-unknown"), answer.body());
    }

    @Test
    void weAnswerToOurLoopbackNames() {
        for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"}) {
            Answer answer = RawHttp.send(
                    RestAssured.port, "GET /admin/sign-in HTTP/1.1", "Host: " + host + ":" + RestAssured.port);
            assertEquals(200, answer.status(), host);
        }
    }

    @Test
    void noHostAndTwoHostsAreNone() {
        assertEquals(
                400,
                RawHttp.send(RestAssured.port, "GET /admin/sign-in HTTP/1.1").status());
        assertEquals(
                421, send("GET /admin/sign-in HTTP/1.1", "Host: evil.example").status());
        assertEquals(
                421,
                RawHttp.send(RestAssured.port, "GET /admin/sign-in HTTP/1.0").status());
    }

    @Test
    void redirectsNameNoHost() {
        assertEquals("/admin/users", send("GET / HTTP/1.1").header("Location").orElse(""));
        assertEquals(
                "/admin/sign-in",
                send("GET /admin/users HTTP/1.1").header("Location").orElse(""));
        String form = "name=admin&password=" + Gateway.PASSWORD.replace(' ', '+');
        Answer signedIn = send(
                "POST /admin/sign-in/check HTTP/1.1",
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "",
                form);
        assertEquals("/admin/users", signedIn.header("Location").orElse(""));
    }

    @Test
    void openApiShowsNoInternals() {
        String document = send("GET /q/openapi HTTP/1.1").body();
        assertFalse(document.contains("/internal"), "paths of services");
        assertFalse(document.contains("dev.foyer"), "classes");
        assertFalse(document.contains("/admin/"), "the page");
        assertTrue(document.contains(Api.USERS), document);
    }
}
