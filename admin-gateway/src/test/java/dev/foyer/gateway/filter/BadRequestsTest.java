package dev.foyer.gateway.filter;

import static dev.foyer.gateway.Api.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LoggedStacks;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can read is the sender's mistake: said as such, before anything is done, and without a word in our log. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S9")
class BadRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SIGN_IN = "/admin/sign-in/check";
    private static final String RESET = "/admin/users/u-17/act/reset";

    @Inject
    ReadModel index;

    @Inject
    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;
    private LoggedStacks stacks;

    @BeforeEach
    void amosIsThere() throws IOException {
        Api.amosIsThere(index);
        service = new StandIn(pinService.getPort());
        stacks = LoggedStacks.watch();
    }

    @AfterEach
    void nobodyWasAskedAndNothingLogged() {
        service.close();
        assertEquals(List.of(), service.asked());
        assertEquals(List.of(), stacks.end());
    }

    private static Answer post(String path, String type, String body, String... more) {
        String[] lines = {
            "POST " + path + " HTTP/1.1",
            "Host: localhost:" + RestAssured.port,
            "Sec-Fetch-Site: same-origin",
            "Content-Type: " + type,
            "Content-Length: " + body.length(),
            String.join("\r\n", more.length == 0 ? new String[] {"X: y"} : more),
            "",
            body
        };
        return RawHttp.send(RestAssured.port, lines);
    }

    private static String session() {
        return "Cookie: foyer-session="
                + given().header("Sec-Fetch-Site", "same-origin")
                        .redirects()
                        .follow(false)
                        .formParam("name", "admin")
                        .formParam("password", Gateway.PASSWORD)
                        .post(SIGN_IN)
                        .getCookie("foyer-session");
    }

    @Test
    void aFormOfThePageThatIsNone() {
        String session = session();
        assertEquals(400, post(RESET, FORM, "%", session).status());
        assertEquals(400, post(RESET, FORM, "mail=%zz", session).status());
        assertEquals(400, post(RESET, FORM, "mail=%ff", session).status());
        assertEquals(400, post(RESET, FORM, "=", session).status());
        assertEquals(400, post(RESET, FORM, "a=1&".repeat(1_100), session).status());
        assertEquals(413, post(RESET, FORM, "key=" + "x".repeat(3_000), session).status());
        assertEquals(
                413, post(RESET, FORM, "key=" + "x".repeat(70_000), session).status());
        assertEquals(
                415,
                post(RESET, "multipart/form-data; boundary=x", "--x--", session).status());
        assertEquals(415, post(RESET, "multipart/form-data", "--x--", session).status());
        assertEquals(415, post(RESET, "text/plain", "mail=HOLD", session).status());
        assertEquals(
                415, post(RESET, FORM + "; charset=none", "mail=HOLD", session).status());
    }

    /** What is a header of the API may be anything in a form. */
    @Test
    void aKeyThatNoHeaderCouldHave() {
        String session = session();
        for (String path : List.of(
                RESET,
                "/admin/dead-letters/00000000000000000000000000000000/replay",
                "/admin/dead-letters/00000000000000000000000000000000/discard",
                "/admin/dead-letters/replay",
                "/admin/settings/scim-tokens",
                "/admin/bulk/begin")) {
            for (String key : List.of("%00", "a%0Db", "a%0Ab", "")) {
                int status = post(path, FORM, "key=" + key + "&sure=true&mail=HOLD", session)
                        .status();
                assertTrue(status > 0 && status < 500, path + " " + key + " " + status);
            }
        }
    }

    /** An empty element of a list is none; where more than one kind of body is taken, JAX-RS would look at each. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , ", ",application/json,,"})
    void anAcceptThatSaysNothing(String accept) {
        Answer answer = post(
                "/api/v1/campaigns",
                "application/json",
                "{}",
                "Accept: " + accept + "\r\nAuthorization: " + Api.basic("admin"));
        assertEquals(400, answer.status(), answer::toString);
    }

    /** As curl and PowerShell name one with every POST. */
    @ParameterizedTest
    @ValueSource(strings = {"/pin/unlock", "/pin/lock", "/conferencing/email", "/pin/reset"})
    void theTypeOfNothingMeansNothing(String command) {
        Answer answer = post("/api/v1/users/nobody-here" + command, FORM, "", "Authorization: " + Api.basic("admin"));
        assertEquals(404, answer.status(), answer::toString);
    }

    /** What says nothing is found out by going through it once: going back for each blank would take hours. */
    @Test
    void aLongBodyOfBlanks() {
        Answer answer = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> post(
                        "/api/v1/campaigns/none/stop",
                        "application/json",
                        " ".repeat(900_000) + "x",
                        "Authorization: " + Api.basic("admin")));
        assertEquals(400, answer.status(), answer::toString);
    }

    @Test
    void aSignInThatIsNone() {
        assertEquals(415, post(SIGN_IN, "text/plain", "name=admin").status());
        assertEquals(
                415, post(SIGN_IN, "multipart/form-data; boundary=x", "--x--").status());
        assertEquals(415, post(SIGN_IN, "multipart/form-data", "--x--").status());
        for (String body : List.of("%", "name=%zz&password=%", "&".repeat(1_100), "name", "name=a&password=%ff", "=")) {
            Answer answer = post(SIGN_IN, FORM, body);
            assertTrue(answer.status() > 0 && answer.status() < 500, body + " " + answer);
        }
        assertEquals(413, post(SIGN_IN, FORM, "name=" + "x".repeat(70_000)).status());
        int empty = post(SIGN_IN, "text/plain", "").status();
        assertTrue(empty > 0 && empty < 500, "nothing at all: " + empty);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/settings, a/b/c",
        "PATCH, /api/v1/settings, text/csv",
        "PATCH, /api/v1/settings, a",
        "PATCH, /api/v1/settings, ;",
        "POST, /api/v1/users/u-17/pin/reset, a/b/c",
        "POST, /api/v1/users/u-17/pin/reset, text/html"
    })
    void nothingIsDoneForWhoCannotReadTheAnswer(String method, String path, String accept) {
        as("admin")
                .header("Accept", accept)
                .contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(406);
    }

    /** All there are, by the document: each says what it answers before it does anything. */
    @Test
    void norByAnyOtherCommand() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .path("paths");
        int commands = 0;
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase();
                if (!Set.of("POST", "PUT", "PATCH", "DELETE").contains(method)) {
                    continue;
                }
                commands++;
                String address =
                        path.getKey().replaceAll("\\{user(Id)?}", "u-17").replaceAll("\\{[^}]+}", "1");
                String account =
                        address.contains("/bridge/") ? "bridge" : address.contains("/participants") ? "app" : "admin";
                assertEquals(
                        406,
                        as(account)
                                .header("Accept", "text/csv")
                                .contentType("application/json")
                                .body("{}")
                                .request(method, address)
                                .statusCode(),
                        method + " " + address);
            }
        }
        assertTrue(commands > 15, commands + " commands");
    }

    /** Vert.x alone would close the connection without a word. */
    @Test
    void chunksThatAreNone() {
        String head = String.join(
                "\r\n",
                "POST " + SIGN_IN + " HTTP/1.1",
                "Host: localhost:" + RestAssured.port,
                "Sec-Fetch-Site: same-origin",
                "Content-Type: " + FORM,
                "Transfer-Encoding: chunked",
                "",
                "");
        for (String chunks : List.of("zz\r\nname=\r\n0\r\n\r\n", "5\r\nname=\r\n-1\r\n\r\n")) {
            Answer answer = RawHttp.send(RestAssured.port, (head + chunks).getBytes(US_ASCII));
            assertEquals(400, answer.status(), chunks);
            assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
            byte[] ofAnotherSite = (head.replace("same-origin", "cross-site") + chunks).getBytes(US_ASCII);
            assertEquals(403, RawHttp.send(RestAssured.port, ofAnotherSite).status(), "answered before");
        }
    }
}
