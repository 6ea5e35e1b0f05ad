package dev.foyer.local.sink;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foyer.local.http.OrderlyStop;
import dev.foyer.local.http.RequestBody;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * {@code GET /mails} and {@code GET /mails?to=address}: the received mails as JSON, in the order of arrival, for those
 * whom {@link ViewGuard} lets in.
 */
final class MailView {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static {
        // Of the JDK's server, read once: a request is small, and nobody keeps its threads by not finishing one.
        System.setProperty("jdk.httpserver.maxConnections", "50");
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
    }

    /** Nobody has anything to send here. */
    private static final int MOST_BYTES = 1_024;

    private final Inbox inbox;
    private final HttpServer http;
    private final OrderlyStop stop;

    MailView(Inbox inbox, InetSocketAddress address, String password) throws IOException {
        this.inbox = inbox;
        this.http = HttpServer.create(address, 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        HttpContext context = http.createContext("/", this::list);
        this.stop = OrderlyStop.of(http, context);
        context.getFilters().add(new ViewGuard(address.getPort(), password));
    }

    void start() {
        http.start();
        stop.atExit();
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (RequestBody.read(exchange, MOST_BYTES).isEmpty()) {
                return;
            }
            if (!exchange.getRequestMethod().equals("GET")
                    || !exchange.getRequestURI().getPath().equals("/mails")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Optional<String> recipient;
            try {
                recipient = recipient(exchange.getRequestURI().getRawQuery());
            } catch (IllegalArgumentException e) { // not encoded
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(wanted(recipient));
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private List<Mail> wanted(Optional<String> recipient) {
        return inbox.mails().stream()
                .filter(mail -> recipient.isEmpty() || mail.isTo(recipient.get()))
                .toList();
    }

    private static Optional<String> recipient(String query) {
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith("to="))
                        .map(pair -> URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8))
                        .findFirst();
    }
}
