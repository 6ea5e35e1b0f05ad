package dev.foyer.gateway.filter;

import static dev.foyer.gateway.Api.as;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.LoggedStacks;
import dev.foyer.testing.RawHttp;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sends a byte now and then keeps no connection, no thread, and no place in the log. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(SlowClientsTest.Impatient.class)
@Tag("case-S11")
class SlowClientsTest {

    /** The limits as they are, but shorter. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "foyer.header-timeout",
                    "2s",
                    "foyer.body-timeout",
                    "2s",
                    "foyer.idle-timeout",
                    "3s",
                    "quarkus.http.limits.max-connections",
                    "" + MOST);
        }
    }

    private static final int MANY = 200;
    private static final int MOST = 250;
    private static final int SOON_MILLIS = 10_000;

    @Inject
    MeterRegistry meters;

    @Inject
    ReadModel index;

    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    private LoggedStacks stacks;

    @BeforeEach
    void amosIsThere() {
        Api.amosIsThere(index);
        as("admin").get("/api/v1/users/u-17").then().statusCode(200);
        stacks = LoggedStacks.watch();
    }

    @AfterEach
    void nothingIsLogged() {
        drip.shutdownNow();
        assertEquals(List.of(), stacks.end());
    }

    private double cutOff() {
        return meters.counter("foyer.connections.too.slow").count();
    }

    /** All begin like this, then send one more byte each fifth of a second, for as long as they can. */
    private void areCutOff(boolean answered, String begin) throws IOException {
        double before = cutOff();
        List<RawHttp> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                RawHttp client = new RawHttp(RestAssured.port);
                clients.add(client);
                client.write(begin.getBytes(US_ASCII));
                drip.scheduleAtFixedRate(() -> oneMore(client), 200, 200, TimeUnit.MILLISECONDS);
            }
            for (RawHttp client : clients) {
                if (answered) {
                    RawHttp.Answer late = client.read();
                    assertEquals(408, late.status());
                    assertEquals(
                            "nosniff", late.header("X-Content-Type-Options").orElseThrow());
                }
                assertTrue(client.isClosedWithin(SOON_MILLIS));
            }
        } finally {
            for (RawHttp client : clients) {
                client.close();
            }
        }
        assertEquals(before + MANY, cutOff());
        as("admin").get("/api/v1/users/u-17").then().statusCode(200);
    }

    private static void oneMore(RawHttp client) {
        try {
            client.write(new byte[] {'x'});
        } catch (IOException e) {
            throw new IllegalStateException("It is closed, and this ends", e);
        }
    }

    private static String head(String first, String... more) {
        return first + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\nAuthorization: " + Api.basic("admin")
                + "\r\n" + String.join("\r\n", more);
    }

    @Test
    void inTheHead() throws IOException {
        areCutOff(false, head("GET /api/v1/users", "X-Slow: "));
    }

    @Test
    void inTheBody() throws IOException {
        areCutOff(
                true,
                head(
                        "POST /api/v1/users/u-17/pin/reset",
                        "Content-Type: application/json",
                        "Content-Length: 10000",
                        "",
                        "{"));
    }

    @Test
    void inTheFormOfTheSignIn() throws IOException {
        areCutOff(
                true,
                head(
                        "POST /admin/sign-in/check",
                        "Sec-Fetch-Site: same-origin",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 10000",
                        "",
                        "name="));
    }

    @Test
    void beforeTheFirstByte() throws IOException {
        double before = cutOff();
        try (RawHttp silent = new RawHttp(RestAssured.port)) {
            assertTrue(silent.isClosedWithin(SOON_MILLIS));
        }
        assertEquals(before + 1, cutOff());
    }

    @Test
    void aConnectionThatRestsIsClosedAndNotCounted() throws IOException {
        double before = cutOff();
        try (RawHttp resting = new RawHttp(RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                resting.write(head("GET /api/v1/users/u-17", "", "").getBytes(US_ASCII));
                assertEquals(200, resting.read().status());
            }
            assertTrue(resting.isClosedWithin(SOON_MILLIS));
        }
        assertEquals(before, cutOff());
    }

    @Test
    void moreThanAllowedAreNotLetIn() throws IOException {
        List<RawHttp> clients = new ArrayList<>();
        int served = 0;
        try {
            for (int i = 0; i < MOST + 20; i++) {
                clients.add(new RawHttp(RestAssured.port));
            }
            for (RawHttp client : clients) {
                served += isServed(client) ? 1 : 0;
            }
        } finally {
            for (RawHttp client : clients) {
                client.close();
            }
        }
        assertTrue(served > 0 && served <= MOST, served + " served");
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> as("admin").get("/api/v1/users/u-17").statusCode() == 200);
    }

    private static boolean isServed(RawHttp client) {
        try {
            client.write(head("GET /api/v1/users/u-17", "", "").getBytes(US_ASCII));
            return client.read().status() == 200;
        } catch (IOException e) {
            return false; // reset
        }
    }
}
