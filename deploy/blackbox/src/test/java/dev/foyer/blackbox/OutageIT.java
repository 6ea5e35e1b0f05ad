package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Something is down: health says so in seconds, callers are told at once, and both name what it is. */
@Tag("case-L6")
@Tag("long")
class OutageIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final Duration BACK = Duration.ofSeconds(60);
    /** Each kind of trouble once. */
    private static final long MOST_LINES = 40;

    private static final String RESET = "/api/v1/users/outage/pin/reset";

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    @BeforeAll
    static void makeUser() {
        Map<String, Object> body = Map.of(
                "userPrincipalName", "outage@contoso.com",
                "displayName", "Outage",
                "primarySmtpAddress", "outage@contoso.com",
                "preferredLanguage", "en");
        assertEquals(201, admin().put("/api/v1/users/outage", body).status());
        assertEquals(
                201,
                admin().post("/api/v1/users/outage/conferencing", Map.of("sendEmail", false))
                        .status());
    }

    @Test
    void aBrokerThatIsGoneIsNamedByAllFourWithinSeconds() {
        Map<Component, Long> before = lines();
        OWN.foyer().kill(Component.BROKER);

        for (Component service : Component.services()) {
            within(SECONDS)
                    .untilAsserted(() -> assertEquals(
                            "DOWN", check(service, "broker").path("status").asText(), service.title()));
            assertTrue(check(service, "broker")
                    .path("data")
                    .path("missing")
                    .asText()
                    .contains("broker"));
        }
        assertFalse(check(Component.PIN_SERVICE, "partitions").toString().contains("SERVING"));
        within(SECONDS).untilAsserted(() -> {
            Answer refused = reset();
            assertEquals("/problems/broker-away", refused.text("type"));
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        });

        Map<Component, Long> outage = lines();
        OWN.foyer().restart(Component.BROKER);
        outage.forEach((service, count) ->
                assertTrue(count - before.get(service) < MOST_LINES, service + ": " + (count - before.get(service))));
        within(BACK)
                .untilAsserted(() -> assertEquals(
                        List.of(),
                        Component.services().stream()
                                .filter(service -> !isReady(service))
                                .toList()));
        within(BACK).untilAsserted(() -> assertEquals(200, reset().status()));
    }

    @Test
    void aServiceThatIsGoneIsNamedAtOnce() {
        OWN.foyer().kill(Component.PIN_SERVICE);
        long start = System.nanoTime();
        Answer refused = reset();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertEquals("/problems/service-away", refused.text("type"));
        assertTrue(refused.text("detail").contains("pin-service"));
        assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took.toString());
        OWN.foyer().restart(Component.PIN_SERVICE);
        within(BACK).untilAsserted(() -> assertEquals(200, reset().status()));
    }

    @Test
    void aServiceThatHangsIsNamedWithinSeconds() throws IOException, InterruptedException {
        signal("STOP");
        try {
            long start = System.nanoTime();
            Answer refused = reset();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertEquals("/problems/service-away", refused.text("type"));
            assertTrue(refused.text("detail").contains("pin-service"));
            assertTrue(took.compareTo(Duration.ofMillis(3_500)) < 0, took.toString());
        } finally {
            signal("CONT");
        }
        within(BACK).untilAsserted(() -> assertEquals(200, reset().status()));
    }

    @Test
    void aMailServerThatIsGoneDegradesAndStopsNobody() {
        OWN.foyer().kill(Component.SINK);
        assertEquals(200, admin().post(RESET, Map.of("sendEmail", true)).status());

        within(SECONDS).untilAsserted(() -> assertEquals("MAIL_SERVER_UNREACHABLE", mailServer("missing")));
        assertTrue(isReady(Component.NOTIFICATION_SERVICE));
        OWN.foyer().restart(Component.SINK);
        within(BACK).untilAsserted(() -> assertEquals("false", mailServer("degraded")));
    }

    private static String mailServer(String datum) {
        return check(Component.NOTIFICATION_SERVICE, "mail server")
                .path("data")
                .path(datum)
                .asText();
    }

    private static void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(OWN.foyer().process(Component.PIN_SERVICE).pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    /** Of the logs so far. */
    private static Map<Component, Long> lines() {
        return Component.services().stream().collect(Collectors.toMap(service -> service, OutageIT::lines));
    }

    private static long lines(Component service) {
        try (Stream<String> lines = Files.lines(OWN.foyer().home().log(service.title()))) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConditionFactory within(Duration time) {
        return Awaitility.await().atMost(time).pollInterval(Duration.ofMillis(200));
    }

    private static Api admin() {
        return OWN.foyer().cast().admin();
    }

    private static Answer reset() {
        return admin().post(RESET, Map.of("sendEmail", false));
    }

    private static boolean isReady(Component service) {
        return health(service).status() == 200;
    }

    private static Answer health(Component service) {
        return Api.anonymous(OWN.foyer().ports().http(service.management())).get("/q/health/ready");
    }

    private static JsonNode check(Component service, String name) {
        for (JsonNode check : health(service).body().path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("There is no check " + name);
    }
}
