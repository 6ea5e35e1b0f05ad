package dev.foyer.gateway.company;

import static dev.foyer.gateway.company.CompanyGateway.contoso;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.WithAmos;
import dev.foyer.testing.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page's way to a company and back, with everything that may be wrong on it. */
@QuarkusTest
@TestProfile(CompanyGateway.Profile.class)
class CompanySignInTest extends WithAmos {

    private static final String COOKIE = "foyer-session";
    private static final String WAY = "/admin/sign-in/company/contoso";

    /** What one is sent to the provider with. */
    private record Out(Map<String, String> query, Map<String, String> cookies) {

        JwtClaims idToken() {
            JwtClaims claims = contoso.claims("mira", "conferencing-admin");
            claims.setStringClaim("nonce", query.get("nonce"));
            return claims;
        }

        Response back(JwtClaims idToken) {
            return back(contoso.code(query.get("code_challenge"), idToken));
        }

        Response back(String code) {
            return browser()
                    .cookies(cookies)
                    .queryParam("code", code)
                    .queryParam("state", query.get("state"))
                    .get(WAY);
        }
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static Out out() {
        Response sent = browser().get(WAY);
        sent.then().statusCode(302).header("Location", startsWith(contoso.issuer() + "/authorize?"));
        return new Out(StubProvider.form(URI.create(sent.getHeader("Location")).getRawQuery()), sent.getCookies());
    }

    private static void failed(Response back) {
        back.then().statusCode(303).header("Location", endsWith("/admin/sign-in/failed"));
        assertFalse(back.getCookies().containsKey(COOKIE), back.getCookies()::toString);
        browser()
                .get("/admin/sign-in/failed")
                .then()
                .statusCode(200)
                .body(containsString("Your organization did not sign you in"))
                .body(not(containsString("type=\"password\"")));
    }

    /** Nothing is compared or counted that could be guessed: seven times wrong is no wait. */
    @Test
    void thereAreNoPasswordsOfOursToBeGuessed() {
        for (int i = 0; i < 7; i++) {
            browser()
                    .formParam("name", "admin")
                    .formParam("password", "guess-" + i)
                    .post("/admin/sign-in/check")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/organization"));
        }
    }

    @Test
    void aStrangerIsAskedForTheOrganizationAndLedThere() {
        browser().get("/admin/users").then().statusCode(303).header("Location", endsWith("/admin/sign-in"));
        browser().get("/admin/sign-in").then().statusCode(303).header("Location", endsWith("/organization"));
        browser().get("/admin/sign-in/organization").then().body(containsString("name=\"organization\""));
        // A page that leads on: browsers follow no redirect from a form to another site.
        browser()
                .get("/admin/sign-in/organization?organization=contoso.com")
                .then()
                .statusCode(200)
                .body(containsString("url=" + WAY));
        browser()
                .get("/admin/sign-in/organization?organization=<b>nobody")
                .then()
                .statusCode(200)
                .body(containsString("&lt;b&gt;nobody"));
        browser()
                .get("/admin/sign-in/company/nobody")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/organization"));
    }

    @Test
    @Tag("case-S9")
    void whereTheNameIsMissingNobodyIsLedAnywhere() {
        for (String path : List.of("/admin/sign-in/company/", "/admin/sign-in/company", "/admin/sign-out/company/")) {
            int status = browser().get(path).statusCode();
            assertTrue(status == 404 || status == 303, path + ": " + status);
        }
    }

    @Test
    void oneGoesOutWithProofsThatAreOfThisWayOnly() {
        Out one = out();
        Out two = out();
        assertEquals("code", one.query().get("response_type"));
        assertEquals("S256", one.query().get("code_challenge_method"));
        assertEquals(
                RestAssured.baseURI + ":" + RestAssured.port + WAY, one.query().get("redirect_uri"));
        assertTrue(one.query().get("scope").contains("openid"));
        for (String proof : new String[] {"state", "nonce", "code_challenge"}) {
            assertNotEquals(one.query().get(proof), two.query().get(proof));
        }
        browser()
                .get(WAY)
                .then()
                .header("Set-Cookie", allOf(containsString("HTTPOnly"), containsString("Path=" + WAY)))
                .header("Set-Cookie", not(containsString(one.query().get("nonce"))));
        browser().header("Host", "evil.example").get(WAY).then().statusCode(421);
    }

    @Test
    void oneComesBackIntoASessionOfOurs() {
        Out out = out();
        Response back = out.back(out.idToken());
        back.then().statusCode(303).header("Location", endsWith("/admin/sign-in/arrived"));
        assertEquals(
                1,
                back.getCookies().values().stream()
                        .filter(value -> !value.isEmpty())
                        .count());
        assertTrue(back.getHeaders().getValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(COOKIE))
                .allMatch(cookie -> cookie.contains("SameSite=Strict") && cookie.contains("HTTPOnly")));
        assertFalse(back.getHeaders().toString().contains("eyJhbGciOiJFUzI1NiI"), "a token in a header");
        browser().get("/admin/sign-in/arrived").then().statusCode(200).body(containsString("url=/admin/users"));

        browser()
                .cookie(COOKIE, back.getCookie(COOKIE))
                .get("/admin/users")
                .then()
                .statusCode(200)
                .body(containsString("Amos Marble"));
        browser().cookie(COOKIE, back.getCookie(COOKIE)).get(Api.USERS).then().statusCode(401);
    }

    @Test
    void aCodeIsWorthOneSession() {
        Out out = out();
        String code = contoso.code(out.query().get("code_challenge"), out.idToken());
        out.back(code).then().header("Location", endsWith("/arrived"));
        failed(out.back(code));
    }

    /** Somebody else's code in this browser, this browser's code in somebody else's. */
    @Test
    void aCodeIsOfOneBrowser() {
        Out mine = out();
        Out other = out();
        String code = contoso.code(mine.query().get("code_challenge"), mine.idToken());
        failed(browser()
                .queryParam("code", code)
                .queryParam("state", mine.query().get("state"))
                .get(WAY));
        failed(browser()
                .cookies(other.cookies())
                .queryParam("code", code)
                .queryParam("state", mine.query().get("state"))
                .get(WAY));
        // With a state of one's own, the verifier is not that of the code.
        failed(other.back(code));
    }

    @Test
    void anIdTokenIsOfOneWayOutAndForUs() {
        Out out = out();
        JwtClaims other = out.idToken();
        other.setStringClaim("nonce", "another");
        failed(out.back(other));
        out = out();
        JwtClaims none = out.idToken();
        none.unsetClaim("nonce");
        failed(out.back(none));
        out = out();
        JwtClaims forAnother = out.idToken();
        forAnother.setAudience("another-application");
        failed(out.back(forAnother));
        out = out();
        JwtClaims ofAnother = out.idToken();
        ofAnother.setIssuer(CompanyGateway.fabrikam.issuer());
        failed(out.back(ofAnother));
        out = out();
        JwtClaims ofNobody = out.idToken();
        ofNobody.unsetClaim("preferred_username");
        failed(out.back(ofNobody));
    }

    @Test
    void whatTheProviderSaysNoToIsNoSession() {
        Out out = out();
        Response back = browser()
                .cookies(out.cookies())
                .queryParam("error", "access_denied")
                .queryParam("error_description", "line\nbreak")
                .queryParam("state", out.query().get("state"))
                .get(WAY);
        failed(back);
        failed(browser().queryParam("state", "made-up").get(WAY));
    }

    /** A token is for the API. */
    @Test
    void aTokenBeginsNoSession() {
        String token = contoso.token(contoso.claims("mira", "conferencing-admin"));
        Response sent = browser().header("Authorization", "Bearer " + token).get(WAY);
        sent.then().statusCode(302).header("Location", startsWith(contoso.issuer() + "/authorize?"));
        browser()
                .header("Authorization", "Bearer " + token)
                .get("/admin/users")
                .then()
                .statusCode(303);
    }

    @Test
    void aProviderThatIsAwayIsSaid() {
        browser()
                .get("/admin/sign-in/company/northwind")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/sign-in/away"));
        browser()
                .get("/admin/sign-in/away")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(containsString("does not answer"));
        browser().get(WAY).then().statusCode(302);
    }

    /** The person is asked there: a token that says who it is would stand in an address. */
    @Test
    void whoSignsOutIsLedToSignOutThereToo() {
        browser()
                .get("/admin/sign-out/company/contoso")
                .then()
                .statusCode(200)
                .body(containsString("url=" + contoso.issuer() + "/end?client_id=foyer&amp;post_logout_redirect_uri="))
                .body(not(containsString("id_token")));
        browser()
                .get("/admin/sign-out/company/northwind")
                .then()
                .statusCode(200)
                .body(containsString("You are signed out of Foyer"));
    }

    @Test
    void nothingOfACodeOrTokenIsLogged() {
        try (LogLines log = new LogLines()) {
            Out out = out();
            String code = contoso.code(out.query().get("code_challenge"), out.idToken());
            out.back(code);
            JwtClaims wrong = out.idToken();
            wrong.setStringClaim("nonce", "another");
            out().back(wrong);
            assertTrue(
                    log.lines().stream().noneMatch(line -> line.contains(code) || line.contains("preferred_username")),
                    () -> "Logged: " + log.lines());
        }
    }
}
