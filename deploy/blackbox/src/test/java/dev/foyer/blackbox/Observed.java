package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.observe.ObserverSettings;
import dev.foyer.observability.Rules;
import dev.foyer.observability.Windows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A Foyer with Prometheus and Alertmanager beside it, every second, with rules whose windows are a sixtieth as long. */
final class Observed implements AutoCloseable {

    /** By how much the trial is faster than life. */
    static final int SHORTER = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The four services and the broker. */
    private static final int READ = 5;

    /** A few users stand for many. */
    private static final Map<String, String> UNLIMITED =
            Map.of("FOYER_RESETS_PER_USER", "1000000", "FOYER_RESETS_PER_ACTOR", "1000000");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final BlackBox foyer;
    private final HttpClient http = HttpClient.newHttpClient();

    private Observed(Path home, BlackBox foyer) {
        this.home = home;
        this.foyer = foyer;
    }

    static Observed start() throws IOException {
        Path home = Files.createTempDirectory("foyer-observed");
        String rules = Rules.of(new Windows(SHORTER), "https://foyer.example/docs/runbooks/")
                .yaml();
        Observed observed = new Observed(
                home, BlackBox.start(home, "", UNLIMITED, Optional.of(new ObserverSettings("1s", Optional.of(rules)))));
        try {
            observed.awaitReading();
            return observed;
        } catch (RuntimeException e) {
            observed.close();
            throw e;
        }
    }

    /** Until Prometheus has read each of them: of what grew before that it has not seen the growth. */
    private void awaitReading() {
        // Until it has read what it knew before it answers with a text of its own.
        within().ignoreException(UncheckedIOException.class)
                .until(() -> query("up == 1").size() >= READ);
    }

    BlackBox foyer() {
        return foyer;
    }

    /** What Prometheus answers to a query: its result. */
    JsonNode query(String expression) {
        String escaped = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonNode answer = get(foyer.ports().http(Endpoint.PROMETHEUS).resolve("/api/v1/query?query=" + escaped));
        if (!answer.path("status").asText().equals("success")) {
            throw new IllegalArgumentException(expression + ": " + answer);
        }
        return answer.get("data").get("result");
    }

    /** By name: the alerts that Alertmanager has, each as it came. */
    Map<String, JsonNode> alerts() {
        Map<String, JsonNode> alerts = new TreeMap<>();
        get(foyer.ports().http(Endpoint.ALERTMANAGER).resolve("/api/v2/alerts?active=true"))
                .forEach(
                        alert -> alerts.put(alert.get("labels").get("alertname").asText(), alert));
        return alerts;
    }

    /** Waits until Alertmanager has it, with that label, and with a page that there is. */
    void fires(String alert, String label, String value) {
        within().untilAsserted(() -> {
            JsonNode found = alerts().get(alert);
            assertTrue(found != null, () -> alert + " is not among " + alerts().keySet());
            assertEquals(value, found.get("labels").path(label).asText());
            Path page = Path.of(
                    URI.create(found.get("annotations").get("runbook_url").asText()));
            assertTrue(Files.isRegularFile(page), page::toString);
        });
    }

    void ends(String alert) {
        within().until(() -> query("ALERTS{alertname=\"" + alert + "\",alertstate=\"firing\"}")
                .isEmpty());
    }

    static ConditionFactory within() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500));
    }

    /** Until that instance owns partitions, and serves them. */
    void awaitServing(String instance) {
        within().until(() -> query("foyer_partitions_owned{state=\"serving\",instance=\"" + instance + "\"} > 0")
                        .size()
                == 1);
    }

    /** One more instance of a service is read, too. Returns the name that it has in Prometheus. */
    String readAlso(String service, int managementPort) {
        String instance = "127.0.0.1:" + managementPort;
        Path instances = home.resolve("run/observe/instances");
        try {
            Files.createDirectories(instances);
            Files.writeString(
                    instances.resolve(service + ".json"),
                    JSON.createArrayNode()
                            .add(JSON.createObjectNode()
                                    .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                                            "targets", JSON.createArrayNode().add(instance))
                                    .set("labels", JSON.createObjectNode().put("service", service)))
                            .toString());
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode get(URI address) {
        try {
            return JSON.readTree(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        foyer.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
