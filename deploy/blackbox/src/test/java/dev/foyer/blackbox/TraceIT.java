package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.blackbox.SpanCollector.Span;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One reset of a PIN followed through all processes: by its trace, and by the keys in their logs, which are JSON here. */
@Tag("long")
class TraceIT {

    private static final Set<String> KEYS = Set.of("tenant", "commandId", "correlationId", "traceId");

    private static final SpanCollector COLLECTOR = new SpanCollector();
    private static OwnFoyer own;
    private static Cast cast;
    private static String pin;
    private static String correlationId;

    @BeforeAll
    static void resetAPin() throws IOException {
        own = new OwnFoyer(
                "-Dquarkus.otel.exporter.otlp.endpoint=" + COLLECTOR.address()
                        + " -Dquarkus.otel.exporter.otlp.protocol=http/protobuf -Dquarkus.otel.bsp.schedule.delay=200ms",
                Map.of("FOYER_LOG", "json"));
        own.beforeAll(null);
        cast = own.foyer().cast();
        cast.admin()
                .put(
                        "/api/v1/users/traced",
                        Map.of(
                                "userPrincipalName", "traced@contoso.com",
                                "displayName", "Traced",
                                "primarySmtpAddress", "traced@contoso.com"));
        cast.admin().post("/api/v1/users/traced/conferencing", Map.of());
        Answer reset = cast.admin().post("/api/v1/users/traced/pin/reset", Map.of("sendEmail", true));
        pin = reset.text("pin");
        correlationId = reset.headers().firstValue("X-Correlation-Id").orElseThrow();
        within().until(() -> line("notification-service", "NotificationSent").isPresent());
    }

    @AfterAll
    static void stop() throws IOException {
        own.afterAll(null);
        COLLECTOR.close();
    }

    @Test
    void theTraceGoesFromTheRequestThroughTheTopicsToTheAnswerOfTheMailServer() {
        String trace = line("pin-service", "PinReset")
                .orElseThrow()
                .get("mdc")
                .get("traceId")
                .asText();
        within().untilAsserted(() -> {
            List<Span> spans = COLLECTOR.of(trace);
            Map<String, Set<String>> names = spans.stream()
                    .collect(Collectors.groupingBy(Span::service, Collectors.mapping(Span::name, Collectors.toSet())));
            assertTrue(
                    names.getOrDefault("admin-gateway", Set.of()).contains("POST /api/v1/users/{user}/pin/reset"),
                    names::toString);
            assertTrue(
                    names.getOrDefault("pin-service", Set.of()).containsAll(Set.of("wait", "decide", "commit")),
                    names::toString);
            assertTrue(
                    names.getOrDefault("notification-service", Set.of()).containsAll(Set.of("commit", "smtp")),
                    names::toString);
        });
        // One tree: whoever has a parent has one that was collected, but for the first.
        Map<String, Span> byId = new HashMap<>();
        COLLECTOR.of(trace).forEach(span -> byId.put(span.id(), span));
        assertEquals(
                1,
                byId.values().stream()
                        .filter(span -> !byId.containsKey(span.parent()))
                        .count(),
                byId::toString);
    }

    @Test
    void aLineForEachDecisionHasTheKeysThatJoinThem() {
        for (Map.Entry<String, String> each : Map.of(
                        "pin-service", "PinReset", "notification-service", "NotificationSent")
                .entrySet()) {
            JsonNode keys = line(each.getKey(), each.getValue()).orElseThrow().get("mdc");
            KEYS.forEach(key -> assertTrue(keys.path(key).isTextual(), () -> each + " lacks " + key + ": " + keys));
            assertEquals("contoso.com", keys.get("tenant").asText());
            assertEquals(correlationId, keys.get("correlationId").asText());
        }
    }

    @Test
    @Tag("A6")
    void noLineHasAPayload() throws IOException {
        try (Stream<Path> logs = Files.list(own.home().resolve("logs"))) {
            for (Path log : logs.toList()) {
                String text = Files.readString(log);
                assertFalse(text.contains("traced@contoso.com"), log::toString);
                assertFalse(
                        text.matches("(?s).*\\D" + pin + "\\D.*")
                                && log.toString().contains("service"),
                        log::toString);
            }
        }
    }

    /** The last one of our request that says this. */
    private static Optional<JsonNode> line(String service, String event) {
        try (Stream<String> lines = Files.lines(own.home().resolve("logs/" + service + ".log"))) {
            return lines.filter(line -> line.startsWith("{"))
                    .map(TraceIT::json)
                    .filter(line -> line.path("message").asText().startsWith(event + " "))
                    .filter(line ->
                            line.path("mdc").path("correlationId").asText().equals(correlationId))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static ConditionFactory within() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
