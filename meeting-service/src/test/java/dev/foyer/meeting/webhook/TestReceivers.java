package dev.foyer.meeting.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Receivers on loopback, which the tested service may tell; each path is one. What it answers is as the test says, 204 otherwise.
 */
public class TestReceivers implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, Integer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, CountDownLatch> SILENT = new ConcurrentHashMap<>();
    private static final Queue<Got> GOT = new ConcurrentLinkedQueue<>();
    private static HttpServer server;

    /** One request. */
    public record Got(String path, String id, String timestamp, String signature, String body) {}

    /** The URL of a receiver. */
    public static String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** From now on it answers so. */
    public static void answers(String name, int status) {
        ANSWERS.put("/" + name, status);
    }

    /** From now on it takes requests and answers none, until the latch is open. */
    public static void isSilent(String name, CountDownLatch until) {
        SILENT.put("/" + name, until);
    }

    /** All that it got, in order. */
    public static List<Got> got(String name) {
        return GOT.stream().filter(one -> one.path().equals("/" + name)).toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", TestReceivers::take);
        server.start();
        return Map.of(
                "foyer.webhooks.allowed-addresses", "127.0.0.0/8",
                "foyer.webhooks.allow-http", "true",
                "foyer.webhooks.most-per-tenant", "6",
                "foyer.webhooks.timeout", "60s",
                "foyer.webhooks.waits", "50ms,100ms");
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            GOT.add(new Got(
                    path,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            if (SILENT.containsKey(path)) {
                SILENT.get(path).await();
            }
            exchange.sendResponseHeaders(ANSWERS.getOrDefault(path, 204), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        SILENT.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }
}
