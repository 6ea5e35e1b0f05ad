package dev.foyer.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.LinkToken;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LogLines;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind a view-once link; what notification-service does is in its LinkResourceTest. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("D7")
class LinkPageTest {

    private static final Answer READY = Answer.json(200, """
            {"state":"READY","language":"it","organization":"Contoso <b>S.p.A.</b>"}""");
    private static final Answer USED = Answer.json(200, """
            {"state":"USED","language":"it","openedAt":"2026-11-27T08:05:00Z"}""");
    private static final Answer PIN = Answer.json(200, "{\"pin\":\"739172\"}");
    private static final Answer WAS_USED = problem(410, "link-used");
    private static final Answer UNKNOWN = problem(404, "link-unknown");

    @ConfigProperty(name = "foyer.notification-service-url")
    URI notificationService;

    @Inject
    MeterRegistry metrics;

    private final LinkToken token = LinkToken.fresh(new SecureRandom());
    private StandIn service;

    @BeforeEach
    void start() throws IOException {
        service = new StandIn(notificationService.getPort()).onceReachedBy(() -> reader().get(path()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void lookingSaysWhatItIsForAndShowsNothing() {
        service.alwaysAnswers(READY);
        for (int i = 0; i < 3; i++) {
            checked(reader().get(path()).then().statusCode(200))
                    .header("Content-Language", "it")
                    .body(containsString("<html lang=\"it\">"))
                    .body(containsString("Contoso &lt;b&gt;S.p.A."))
                    .body(containsString("<form method=\"post\">"));
        }
        reader().head(path()).then().statusCode(200);
        reader().options(path());
        assertTrue(service.asked().stream().noneMatch(asked -> asked.call().startsWith("POST")));
    }

    @Test
    @Tag("A4")
    void thePressOfTheButtonShowsThePin() {
        service.answers(READY, PIN);
        checked(reader().contentType("application/x-www-form-urlencoded")
                        .post(path())
                        .then()
                        .statusCode(200))
                .body(containsString("739172"))
                .body(not(containsString("<form")));
        List<Asked> asked = service.asked();
        String links = "/internal/v1/tenants/-/links/" + token.hash();
        assertEquals(
                List.of("GET " + links, "POST " + links + "/open"),
                asked.stream().map(Asked::call).toList());
        for (Asked each : asked) {
            assertEquals("anonymous", each.token().path("role").asText());
            assertEquals("-", each.token().path("tenant").asText());
            assertFalse(each.toString().contains(token.text()));
        }
    }

    @Test
    void aLaterVisitorLearnsWhenItWasUsedAndNoMore() {
        service.alwaysAnswers(USED);
        String looked = checked(reader().get(path()).then().statusCode(410))
                .body(allOf(containsString("27 novembre 2026"), containsString("08:05 UTC")))
                .body(not(containsString("Contoso")))
                .extract()
                .asString();
        assertEquals(looked, reader().post(path()).asString());
        assertTrue(service.asked().stream().noneMatch(asked -> asked.call().startsWith("POST")));
    }

    @Test
    void whoPressesASecondTooLateLearnsTheSame() {
        service.answers(READY, WAS_USED, USED);
        checked(reader().post(path()).then().statusCode(410)).body(containsString("27 novembre 2026"));
    }

    /** Whether it never was, is over, or cannot be: in the words of the browser's language, since the user's is nobody's business. */
    @Test
    void whatShowsNothingLooksTheSame() {
        service.alwaysAnswers(UNKNOWN);
        String dead = checked(reader().get(path()).then().statusCode(404))
                .body(containsString("Chiedi un nuovo PIN"))
                .extract()
                .asString();
        assertEquals(dead, reader().post(path()).asString());
        assertEquals(dead, reader().get("/pin/" + "A".repeat(43)).asString());
        int before = service.asked().size();
        assertEquals(dead, reader().get("/pin/no-token").asString());
        assertEquals(dead, reader().post("/pin/" + "A".repeat(44)).asString());
        assertEquals(before, service.asked().size());
        service.answers(READY, UNKNOWN);
        assertEquals(dead, reader().post(path()).asString());
        given().get("/pin/no-token").then().statusCode(404).body(containsString("<html lang=\"en\">"));
    }

    /** From an address of its own, because others here ask for dead links, too. */
    @Test
    void whoGuessesOnHasToWaitAndIsNotToldThenWhetherALinkIsGood() throws Exception {
        service.alwaysAnswers(UNKNOWN);
        try (HttpClient guesser = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.77"))
                .build()) {
            int asked = 0;
            HttpResponse<String> last = guess(guesser);
            for (int i = 0; i < 10 * LinkGuesses.FREE && last.statusCode() == 404; i++) {
                asked = service.asked().size();
                last = guess(guesser);
            }
            assertEquals(429, last.statusCode());
            assertTrue(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()) > 0);
            assertEquals(asked, service.asked().size(), "nothing was looked up");
            assertTrue(asked > LinkGuesses.FREE, "some are free");
        }
        service.alwaysAnswers(READY);
        reader().get(path()).then().statusCode(200);
    }

    private HttpResponse<String> guess(HttpClient guesser) throws IOException, InterruptedException {
        return guesser.send(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path()))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    @Tag("F")
    void whileTheServiceIsAwayNobodyIsToldThatItIsDead() {
        service.close();
        checked(reader().get(path()).then().statusCode(503))
                .header("Retry-After", equalTo("2"))
                .body(containsString("Riprova"));
    }

    /** Mails are opened in anything, and these pages say no referrer. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "https://mail.example"})
    void theButtonNeedsNoWordOfTheBrowser(String origin) {
        service.answers(READY, PIN);
        reader().header("Origin", origin).post(path()).then().statusCode(200).body(containsString("739172"));
    }

    @Test
    void neitherLogsNorLabelsHaveTheToken() {
        try (LogLines lines = new LogLines()) {
            service.answers(
                    READY, PIN, READY, new Answer(200, "application/json", "{\"pin\":"), READY, problem(500, "x"));
            for (int i = 0; i < 3; i++) {
                reader().post(path());
            }
            for (String written : List.of("/%70in/", "/pin/./", "//pin/", "/pin;x/", "/PIN/", "/pin/x/")) {
                reader().urlEncodingEnabled(false).get(written + token.text());
            }
            assertTrue(
                    lines.lines().stream().noneMatch(line -> line.contains(token.text()) || line.contains("739172")));
        }
        assertTrue(metrics.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .noneMatch(tag -> tag.getValue().contains(token.text())));
        assertTrue(metrics.getMeters().stream()
                .flatMap(meter -> meter.getId().getTags().stream())
                .anyMatch(tag -> tag.getValue().equals("/pin/{token}")));
    }

    private static ValidatableResponse checked(ValidatableResponse answer) {
        return answer.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), containsString("frame-ancestors 'none'")))
                .header("Content-Type", containsString("text/html"))
                .body(not(containsString("//")));
    }

    private String path() {
        return "/pin/" + token.text();
    }

    private static RequestSpecification reader() {
        return given().header("Accept-Language", "it-IT, en;q=0.5");
    }

    private static Answer problem(int status, String type) {
        return new Answer(
                status,
                "application/problem+json",
                "{\"type\":\"/problems/" + type + "\",\"title\":\"x\",\"detail\":\"x\",\"status\":" + status + "}");
    }
}
