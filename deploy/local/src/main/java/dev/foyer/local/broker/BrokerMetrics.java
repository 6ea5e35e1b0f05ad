package dev.foyer.local.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.yammer.metrics.core.Gauge;
import com.yammer.metrics.core.Meter;
import com.yammer.metrics.core.Metric;
import com.yammer.metrics.core.MetricName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;

/**
 * The broker's own metrics for Prometheus, named as the JMX exporter names them with the rules of Strimzi; those of the whole broker, not of
 * each topic.
 */
final class BrokerMetrics {

    private static final String RATE = "PerSec";

    private BrokerMetrics() {}

    /** Serves them at {@code /metrics} on loopback until the process ends. */
    static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/metrics", BrokerMetrics::answer);
        Thread thread = new Thread(server::start, "broker-metrics");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] text = exposition(KafkaYammerMetrics.defaultRegistry().allMetrics()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, text.length);
        try (exchange) {
            exchange.getResponseBody().write(text);
        }
    }

    static String exposition(Map<MetricName, Metric> metrics) {
        Map<String, String> lines = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            if (name.getScope() == null) {
                sample(name, metric).ifPresent(sample -> lines.put(sample.name(), sample.text()));
            }
        });
        return String.join("", lines.values());
    }

    private record Sample(String name, String type, double value) {

        String text() {
            return "# TYPE " + name + " " + type + "\n" + name + " " + value + "\n";
        }
    }

    private static Optional<Sample> sample(MetricName name, Metric metric) {
        String prefix = name.getGroup().replace('.', '_') + "_" + name.getType() + "_";
        return switch (metric) {
            case Gauge<?> gauge when gauge.value() instanceof Number number ->
                Optional.of(new Sample(lower(prefix + name.getName()), "gauge", number.doubleValue()));
            case Meter meter when name.getName().endsWith(RATE) ->
                Optional.of(new Sample(
                        lower(prefix + name.getName().replace(RATE, "") + "_total"), "counter", meter.count()));
            default -> Optional.empty();
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
