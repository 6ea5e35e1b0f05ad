package dev.foyer.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page without a browser: who comes in, what each role sees, what no other site can do. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PageTest {

    private static final String COOKIE = "foyer-session";
    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void people() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", "p-1", "petra@contoso.com", "Petra <b>Nováková</b>"),
                    events.enabled("contoso.com", "p-1", "4711555", "n-p"),
                    events.provisioned("contoso.com", "p-2", "paul@contoso.com", "Paul Disabled"));
            index.passed(positions, Duration.ofSeconds(10));
        }
    }

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static Response signIn(String account, String password) {
        return browser()
                .formParam("name", account)
                .formParam("password", password)
                .post("/admin/sign-in/check");
    }

    private static RequestSpecification as(String account) {
        return browser().cookie(COOKIE, signIn(account, Gateway.PASSWORD).getCookie(COOKIE));
    }

    @Test
    void aStrangerIsAskedToSignIn() {
        browser().get("/admin/users").then().statusCode(303).header("Location", endsWith("/admin/sign-in"));
        browser()
                .header("HX-Request", "true")
                .get("/admin/users")
                .then()
                .statusCode(401)
                .header("HX-Redirect", "/admin/sign-in");
        browser().post("/admin/users/p-1/pin/reset").then().statusCode(401);
        browser().get("/admin/sign-in").then().statusCode(200).body(containsString("<label for=\"password\">"));
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

    @Test
    @Tag("A4")
    void theUserIsShownEscapedAndWithoutThePin() {
        as("admin")
                .get("/admin/users/p-1")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("***********"))
                .body(containsString("4711555"))
                .body(containsString("Reset PIN"))
                .body(containsString("Petra &lt;b&gt;"))
                .body(not(containsString("<b>Nov")));
    }

    @Test
    void searchAnswersThePartThatChanges() {
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users?q=novakova")
                .then()
                .statusCode(200)
                .body(containsString("petra@contoso.com"))
                .body(not(containsString("<html")));
        as("admin").get("/admin/users?q=novakova").then().body(containsString("<html lang=\"en\""));
    }

    @Test
    @Tag("G2")
    void suspectedScansAreShownToThoseWhoMayAndClearedByAdministrators() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "pin.events",
                    "foyer.pin.ConferenceIdScanSuspected.v1",
                    Map.of(
                            "tenant", "contoso.com",
                            "source", "number.0815",
                            "kind", "NUMBER",
                            "account", "bridge",
                            "caller", "+390212345678",
                            "unknownConferenceIds", 11,
                            "organizersGuessedAt", 0,
                            "at", "2026-11-26T10:15:30Z"));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
        as("admin")
                .get("/admin/scans")
                .then()
                .statusCode(200)
                .body(containsString("+39•••••••78"))
                .body(not(containsString("+390212345678")))
                .body(containsString("/admin/scans/number.0815/clear"));
        as("auditor")
                .get("/admin/scans")
                .then()
                .statusCode(200)
                .body(containsString("+39•••••••78"))
                .body(not(containsString("/clear")));
        as("helpdesk").get("/admin/scans").then().statusCode(403);
        as("auditor").post("/admin/scans/number.0815/clear").then().statusCode(403);
        as("admin@fabrikam").get("/admin/scans").then().body(not(containsString("number.0815")));
    }

    @Test
    void eachRoleIsOfferedWhatItMay() {
        as("helpdesk").get("/admin/users/p-1").then().body(containsString("Reset PIN"));
        as("helpdesk").get("/admin/users/p-2").then().body(not(containsString("Enable dial-in")));
        as("admin").get("/admin/users/p-2").then().body(containsString("Enable dial-in"));
        as("auditor").get("/admin/users/p-1").then().statusCode(200).body(not(containsString("Reset PIN")));
        as("auditor").post("/admin/users/p-1/pin/reset").then().statusCode(403);
        as("bridge").get("/admin/users").then().statusCode(403);
        as("helpdesk").post("/admin/users/p-2/conferencing").then().statusCode(403);
    }

    @Test
    void anotherTenantsUserIsNotThere() {
        as("admin@fabrikam").get("/admin/users/p-1").then().statusCode(404).body(not(containsString("Petra")));
        as("admin@fabrikam").post("/admin/users/p-1/pin/reset").then().statusCode(404);
    }

    @Test
    void problemsAreShownInThePage() {
        as("admin")
                .get("/admin/users/nobody")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<h1>User not found</h1>"));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users/nobody")
                .then()
                .statusCode(404)
                .header("HX-Retarget", "#pane")
                .body(not(containsString("<html")));
        as("bridge").get("/admin/users").then().statusCode(403).contentType("text/html");
        as("admin").get("/admin/users?cursor=abc").then().statusCode(400);
        as("admin").get("/admin/users?state=asleep").then().statusCode(400).contentType("text/html");
    }

    @Test
    void anAddressThatIsChosenMustBeGiven() {
        as("admin")
                .header("HX-Request", "true")
                .formParam("mail", "ADDRESS")
                .formParam("address", " ")
                .post("/admin/users/p-1/pin/reset")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void noOtherSiteCanPost(String site) {
        as("admin").header("Sec-Fetch-Site", site).get("/admin/users").then().statusCode(200);
        given().cookie(COOKIE, signIn("admin", Gateway.PASSWORD).getCookie(COOKIE))
                .header("Sec-Fetch-Site", site)
                .post("/admin/users/p-1/pin/reset")
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

    @Test
    void nothingFromElsewhereRunsInThePage() {
        as("admin")
                .get("/admin/users")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", notNullValue())
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")))
                .body(not(containsString("onclick")));
    }

    @Test
    void itsFilesAreThere() {
        given().get("/assets/foyer.css").then().statusCode(200);
        given().get("/assets/page.js").then().statusCode(200);
        String page = as("admin").get("/admin/users").asString();
        String htmx = page.replaceAll("(?s).*src=\"(/webjars/[^\"]+)\".*", "$1");
        given().get(htmx).then().statusCode(200);
    }

    @Test
    void aServiceThatIsAwayIsSaidInThePane() {
        as("admin")
                .header("HX-Request", "true")
                .formParam("mail", "AUTOMATIC")
                .formParam("key", "w-1")
                .post("/admin/users/p-1/pin/reset")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""))
                .body(containsString("does not answer"));
    }
}
