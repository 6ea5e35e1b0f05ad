package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.COOKIE;
import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.browser;
import static dev.foyer.gateway.page.PageRequests.signIn;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in to the page, and what no other site can do with a session. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PageSignInTest {

    @Test
    void aStrangerIsAskedToSignIn() {
        browser().get("/admin/users").then().statusCode(303).header("Location", endsWith("/admin/sign-in"));
        browser()
                .header("HX-Request", "true")
                .get("/admin/users")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/admin/sign-in");
        browser().post("/admin/users/p-1/act/reset").then().statusCode(401);
        browser().get("/admin/sign-in").then().statusCode(200).body(containsString("<label for=\"password\">"));
    }

    /** Whoever follows a link to a user, and whose session ended while they looked at a list. */
    @Test
    void theSignInLeadsOnToWhereSomebodyWantedToGo() {
        String wanted = "/admin/users/p-1?q=a%20b&state=locked";
        String signIn = browser()
                .urlEncodingEnabled(false)
                .get(wanted)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(
                signIn.endsWith("/admin/sign-in?next=%2Fadmin%2Fusers%2Fp-1%3Fq%3Da%2520b%26state%3Dlocked"), signIn);
        browser()
                .urlEncodingEnabled(false)
                .get(signIn.substring(signIn.indexOf("/admin")))
                .then()
                .body(containsString("value=\"/admin/users/p-1?q=a%20b&amp;state=locked\""));
        browser()
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:8080" + wanted)
                .get("/admin/users")
                .then()
                .statusCode(401)
                .header("HX-Redirect", endsWith("?next=%2Fadmin%2Fusers%2Fp-1%3Fq%3Da%2520b%26state%3Dlocked"));
        for (String[] each : new String[][] {{wanted, wanted}, {"//evil.example/admin/", "/admin/users"}}) {
            browser()
                    .formParam("name", "admin")
                    .formParam("password", Gateway.PASSWORD)
                    .formParam("next", each[0])
                    .post("/admin/sign-in/check")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(each[1]));
        }
    }

    /** A strict cookie does not come along with a link in a mail: asked once more from here, it does. */
    @Test
    void aLinkFromAnotherSiteIsFollowedOnceMoreFromHere() {
        given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "cross-site")
                .get("/admin/sign-in?next=/admin/users/p-1")
                .then()
                .statusCode(200)
                .body(containsString("url=/admin/users/p-1"));
        given().header("Sec-Fetch-Site", "cross-site")
                .get("/admin/sign-in?next=https://evil.example/")
                .then()
                .body(containsString("url=/admin/users\""));
    }

    @Test
    void aWrongPasswordGivesAMessageAndNoCookie() {
        Response failed = signIn("admin", "wrong");
        failed.then().statusCode(303).header("Set-Cookie", not(containsString(COOKIE + "=")));
        browser().get(failed.getHeader("Location")).then().statusCode(200).body(containsString("role=\"alert\""));
    }

    @Test
    void theCookieIsForThePageOnly() {
        signIn("admin", Gateway.PASSWORD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/users"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HTTPOnly"),
                                containsString("Path=/admin"),
                                containsString("SameSite=Strict")));
        as("admin").get("/api/v1/users").then().statusCode(401);
        browser()
                .auth()
                .preemptive()
                .basic("admin", Gateway.PASSWORD)
                .get("/admin/users")
                .then()
                .statusCode(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void noOtherSiteCanPost(String site) {
        as("admin").header("Sec-Fetch-Site", site).get("/admin/users").then().statusCode(200);
        given().cookie(COOKIE, signIn("admin", Gateway.PASSWORD).getCookie(COOKIE))
                .header("Sec-Fetch-Site", site)
                .post("/admin/users/p-1/act/reset")
                .then()
                .statusCode(403);
    }

    @Test
    void withoutFetchMetadataTheOriginIsLookedAt() {
        String cookie = signIn("admin", Gateway.PASSWORD).getCookie(COOKIE);
        given().cookie(COOKIE, cookie).post("/admin/sign-out").then().statusCode(403);
        given().cookie(COOKIE, cookie)
                .header("Origin", "https://evil.example")
                .post("/admin/sign-out")
                .then()
                .statusCode(403);
        given().cookie(COOKIE, cookie)
                .header("Origin", "null")
                .post("/admin/sign-out")
                .then()
                .statusCode(403);
        given().redirects()
                .follow(false)
                .cookie(COOKIE, cookie)
                .header("Origin", origin())
                .post("/admin/sign-out")
                .then()
                .statusCode(503); // let through; but pin-service is away
    }

    @Test
    @Tag("case-S6")
    void aSignOutThatCouldNotBeHeardEverywhereSaysSo() {
        as("admin").post("/admin/sign-out").then().statusCode(503).header("Set-Cookie", containsString("Max-Age=0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "admin", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c"})
    void aCookieThatWeDidNotMakeIsNone(String cookie) {
        browser()
                .cookie(COOKIE, cookie)
                .get("/admin/users")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/admin/sign-in"));
        browser().cookie(COOKIE, cookie).get("/admin/sign-in").then().statusCode(200);
    }

    @Test
    @Tag("case-S7")
    void guessingCostsGrowingWaitsAlsoWhileNobodyCounts() {
        int compared = 0;
        for (int i = 0; i < 60; i++) {
            Response answer = signIn("nobody-of-this-name", "guess " + i);
            if (answer.statusCode() == 429) {
                assertTrue(Integer.parseInt(answer.getHeader("Retry-After")) >= 1);
            } else {
                answer.then().statusCode(303);
                compared++;
            }
        }
        assertTrue(compared < 20, compared + " guesses were compared");
        signIn("admin", Gateway.PASSWORD).then().statusCode(303).header("Location", endsWith("/admin/users"));
    }

    private static String origin() {
        return "http://127.0.0.1:" + RestAssured.port;
    }
}
