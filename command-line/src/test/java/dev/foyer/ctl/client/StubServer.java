package dev.foyer.ctl.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An HTTP server on a free port that answers as it was told, one request after the other, then always the same, and remembers what it was asked. */
public final class StubServer implements AutoCloseable {

    /** @param header one more of the answer, as {@code Retry-After: 2}; empty: none */
    public record Told(int status, String body, String header) {}

    /** What came. */
    public record Asked(
            String method,
            String path,
            String body,
            String authorization,
            String key,
            String reason,
            String lastEventId,
            String tenant) {}

    private final Deque<Told> told = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final HttpServer server;
    private final Function<Asked, Told> always;

    public StubServer() throws IOException {
        this(_ -> new Told(500, "{}", ""));
    }

    /** @param always what is answered to whom nothing else was told */
    public StubServer(Function<Asked, Told> always) throws IOException {
        this.always = always;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public StubServer says(int status, String body) {
        return says(status, body, "");
    }

    public synchronized StubServer says(int status, String body, String header) {
        told.add(new Told(status, body, header));
        return this;
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = exchange.getRequestHeaders();
        Asked now = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                first(headers, "Authorization"),
                first(headers, "Idempotency-key"),
                first(headers, "X-reason"),
                first(headers, "Last-event-id"),
                first(headers, "Foyer-tenant"));
        asked.add(now);
        Told next = told.isEmpty() ? always.apply(now) : told.poll();
        if (!next.header().isEmpty()) {
            String[] parts = next.header().split(": ", 2);
            exchange.getResponseHeaders().set(parts[0], parts[1]);
        }
        byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
