package dev.foyer.local.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The broker's own metrics for Prometheus, from JMX and named as the JMX exporter names them with the rules of Strimzi; those of the whole
 * broker, not of each topic.
 */
final class BrokerMetrics {

    private static final String RATE = "PerSec";
    private static final String OF_THE_BROKER = "kafka.*:type=*,name=*";

    private BrokerMetrics() {}

    /** Serves them at {@code /metrics} of that address until the process ends. */
    static void serve(InetAddress address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.createContext("/metrics", BrokerMetrics::answer);
        Thread thread = new Thread(server::start, "broker-metrics");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] text = exposition(ManagementFactory.getPlatformMBeanServer()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, text.length);
        try (exchange) {
            exchange.getResponseBody().write(text);
        }
    }

    static String exposition(MBeanServer beans) {
        Map<String, String> samples = new TreeMap<>();
        try {
            for (ObjectName bean : beans.queryNames(new ObjectName(OF_THE_BROKER), null)) {
                sample(beans, bean).ifPresent(sample -> samples.put(sample.name(), sample.text()));
            }
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
        return String.join("", samples.values());
    }

    private record Sample(String name, String type, double value) {

        String text() {
            return "# TYPE " + name + " " + type + "\n" + name + " " + value + "\n";
        }
    }

    private static Optional<Sample> sample(MBeanServer beans, ObjectName bean) {
        String name = bean.getKeyProperty("name");
        String prefix = bean.getDomain().replace('.', '_') + "_" + bean.getKeyProperty("type") + "_";
        return name.endsWith(RATE)
                ? number(beans, bean, "Count")
                        .map(count -> new Sample(lower(prefix + name.replace(RATE, "") + "_total"), "counter", count))
                : number(beans, bean, "Value").map(value -> new Sample(lower(prefix + name), "gauge", value));
    }

    /** Empty for what is none, or is not there any more. */
    private static Optional<Double> number(MBeanServer beans, ObjectName bean, String attribute) {
        try {
            return beans.getAttribute(bean, attribute) instanceof Number number
                    ? Optional.of(number.doubleValue())
                    : Optional.empty();
        } catch (JMException _) {
            return Optional.empty();
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
