package dev.foyer.local.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Answers on a real socket what the gateway does of lists, users that are removed and meetings that are ended. */
final class GatewayWithATenant implements AutoCloseable {

    final NavigableSet<String> users = new ConcurrentSkipListSet<>();
    final NavigableSet<String> running = new ConcurrentSkipListSet<>();
    final NavigableSet<String> waiting = new ConcurrentSkipListSet<>();
    /** What was asked to go and was not there. */
    final Set<String> strangers = ConcurrentHashMap.newKeySet();
    /** So many changes are refused first. */
    final AtomicInteger refusals = new AtomicInteger();

    private final HttpServer server;

    GatewayWithATenant() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    Api administrator() {
        return Api.anonymous(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> segments = List.of(exchange.getRequestURI()
                    .getRawPath()
                    .substring("/api/v1/".length())
                    .split("/", -1));
            String query = exchange.getRequestURI().getRawQuery();
            if (exchange.getRequestMethod().equals("GET")) {
                list(exchange, segments.getFirst(), query);
            } else if (refusals.getAndDecrement() > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                String id = URLDecoder.decode(segments.get(1).replace("+", "%2B"), UTF_8);
                boolean gone = query == null && (users.remove(id) | running.remove(id) | waiting.remove(id));
                if (!gone) {
                    strangers.add(id);
                }
                exchange.sendResponseHeaders(gone ? 204 : 404, -1);
            }
        }
    }

    private void list(HttpExchange exchange, String what, String query) throws IOException {
        NavigableSet<String> all = what.equals("users") ? users : query.contains("phase=RUNNING") ? running : waiting;
        int limit = Integer.parseInt(value(query, "limit"));
        String cursor = value(query, "cursor");
        List<String> page = (cursor == null ? all : all.tailSet(cursor, false))
                .stream().limit(limit + 1L).toList();
        String next = page.size() > limit ? "\"" + page.get(limit - 1) + "\"" : "null";
        String items = page.stream()
                .limit(limit)
                .map(id -> "{\"userId\":\"%1$s\",\"conferenceId\":\"%1$s\"}"
                        .formatted(id.replace("\\", "\\\\").replace("\"", "\\\"")))
                .collect(Collectors.joining(","));
        byte[] body = ("{\"items\":[" + items + "],\"next\":" + next + "}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String value(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
