package dev.foyer.gateway.filter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LoggedStacks;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where long lists come in a body may be long, elsewhere not; and there are never many long ones at a time, before anybody knows whose they are. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-S11")
class LargeBodiesTest {

    private static final String JSON = "application/json";
    private static final String SCIM = "application/scim+json";
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final int USUAL = 64 * 1024;
    private static final int PART = USUAL / 4 * 3;
    private static final int LARGEST = 1024 * 1024;
    private static final int LONG = 70_000;
    private static final int SLOW = 100_000;
    private static final int PLACES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LoggedStacks stacks;

    @BeforeEach
    void watch() {
        stacks = LoggedStacks.watch();
    }

    @AfterEach
    void nothingIsLogged() {
        assertEquals(List.of(), stacks.end());
    }

    private static String head(String path, String type, String more) {
        return String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost:" + RestAssured.port,
                path.startsWith("/scim") ? "X: y" : "Authorization: " + Api.basic("admin"),
                "Content-Type: " + type,
                more,
                "",
                "");
    }

    private static Answer post(String path, String type, int length) {
        String head = head(path, type, "Content-Length: " + length);
        return RawHttp.send(RestAssured.port, (head + body(length)).getBytes(US_ASCII));
    }

    /** An object that nobody knows. */
    private static String body(int length) {
        String empty = "{\"odd\":\"\"}";
        return empty.replace("\"\"", "\"" + "x".repeat(length - empty.length()) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users/u-17/pin/reset, application/json, 65536, 400",
        "/api/v1/users/u-17/pin/reset, application/json, 65537, 413",
        "/api/v1/campaigns, application/json, 65537, 400",
        "/api/v1/campaigns, application/json, 1048576, 400",
        "/api/v1/campaigns, application/json, 1048577, 413",
        "/scim/v2/Users, application/scim+json, 65537, 413",
        "/scim/v2/Bulk, application/scim+json, 65537, 401",
        "/scim/v2/Bulk, application/scim+json, 1048577, 413"
    })
    void howLongABodyMayBeIsTheAddressesBusiness(String path, String type, int length, int status) {
        String head = head(path, type, "Content-Length: " + length);
        Answer answer = status == 413 // by its head: what follows is not waited for
                ? RawHttp.send(RestAssured.port, head.getBytes(US_ASCII))
                : post(path, type, length);
        assertEquals(status, answer.status(), answer::toString);
        if (status == 413) {
            assertTrue(answer.body().contains(length > LARGEST ? "1024 KiB" : "64 KiB"), answer::toString);
        }
    }

    /** Nobody says beforehand how long it becomes. */
    @Test
    void inChunksToo() {
        String chunk = Integer.toHexString(PART) + "\r\n" + "x".repeat(PART) + "\r\n";
        String head = head("/api/v1/users/u-17/pin/reset", JSON, "Transfer-Encoding: chunked");
        assertEquals(
                413,
                RawHttp.send(RestAssured.port, (head + chunk.repeat(2)).getBytes(US_ASCII))
                        .status());
        String list = head(CAMPAIGNS, JSON, "Transfer-Encoding: chunked");
        assertEquals(
                400,
                RawHttp.send(RestAssured.port, (list + chunk.repeat(2) + "0\r\n\r\n").getBytes(US_ASCII))
                        .status());
    }

    @ParameterizedTest
    @Tag("G4")
    @CsvSource({
        "/scim/v2/Users, application/scim+json, 65537, 413",
        "/scim/v2/Users, text/csv, 100, 415",
        "/scim//v2/../v2/Users, application/scim+json, 100, 400"
    })
    void directorySystemsAreRefusedInTheirOwnForm(String path, String type, int length, int status) {
        Answer answer = post(path, type, length);
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(SCIM, answer.header("Content-Type").orElse(""));
        assertTrue(answer.body().contains("urn:ietf:params:scim:api:messages:2.0:Error"), answer::toString);
        assertEquals(
                "application/problem+json",
                post(CAMPAIGNS, "text/html", 10).header("Content-Type").orElse(""));
    }

    /** By JAX-RS, which finds nobody there who answers so. */
    @Test
    @Tag("G4")
    void alsoWhenTheyAskForATypeThatThereIsNot() {
        Answer answer = post("/scim/v2/Users", SCIM + "\r\nAccept: text/csv", 100);
        assertEquals(406, answer.status(), answer::toString);
        assertEquals(SCIM, answer.header("Content-Type").orElse("").replaceAll(";.*", ""));
    }

    @Test
    void thereAreFewLongOnesAtATimeAndEachGivesItsPlaceBack() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            placesAreTaken(slow);
            Answer refused = post(CAMPAIGNS, JSON, LONG);
            assertTrue(refused.header("Retry-After").isPresent(), refused::toString);
            assertTrue(refused.body().contains("/problems/too-many-large-bodies"), refused::toString);
            assertEquals(
                    SCIM,
                    post("/scim/v2/Bulk", SCIM, LONG).header("Content-Type").orElse(""));
            assertEquals(400, post(CAMPAIGNS, JSON, USUAL).status(), "usual ones need no place");
            int wentOn = 0;
            for (RawHttp one : slow) {
                one.write(body(SLOW).substring(LONG).getBytes(US_ASCII));
                wentOn += one.read().status() == 400 ? 1 : 0;
            }
            assertEquals(PLACES, wentOn);
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
        thereIsRoom();
    }

    @Test
    void alsoTheOneThatBreaksOff() throws IOException {
        List<RawHttp> slow = new ArrayList<>();
        try {
            placesAreTaken(slow);
        } finally {
            for (RawHttp one : slow) {
                one.close();
            }
        }
        thereIsRoom();
    }

    /** By those who send no more than this; who asks meanwhile may take the place of one of them. */
    private static void placesAreTaken(List<RawHttp> slow) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            while (slow.size() < PLACES) {
                slow.add(slow());
            }
            if (post(CAMPAIGNS, JSON, LONG).status() == 503) {
                return true;
            }
            slow.add(slow());
            return false;
        });
    }

    private static RawHttp slow() throws IOException {
        RawHttp one = new RawHttp(RestAssured.port);
        String begin = body(SLOW).substring(0, LONG);
        one.write((head(CAMPAIGNS, JSON, "Content-Length: " + SLOW) + begin).getBytes(US_ASCII));
        return one;
    }

    private static void thereIsRoom() {
        for (int i = 0; i < 3 * PLACES; i++) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> post(CAMPAIGNS, JSON, LONG).status() == 400);
        }
    }
}
