package dev.foyer.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;

/**
 * Before all of a server of the JDK's own: when it stops, new requests are turned away, what is under way is answered, and
 * no connection is cut. Thread-safe.
 */
public final class OrderlyStop extends Filter {

    /** Longer than anything takes; the launcher waits longer still. */
    private static final int MOST_SECONDS = 30;

    private static final int MOST_BYTES = 64 * 1_024;

    private static final byte[] STOPPING = """
            {"type":"/problems/stopping","title":"Try again in a moment","status":503,\
            "detail":"This process is stopping and takes no new requests. Try again in a moment."}\
            """.getBytes(UTF_8);

    private final HttpServer server;
    private volatile boolean stopping;

    private OrderlyStop(HttpServer server) {
        this.server = server;
    }

    /** Comes before the filters that the context gets later. */
    public static OrderlyStop of(HttpServer server, HttpContext context) {
        OrderlyStop filter = new OrderlyStop(server);
        context.getFilters().add(filter);
        return filter;
    }

    /** When this process is asked to end. */
    public void atExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "http-stop"));
    }

    /** Returns when all is answered, after 30 s at the latest. */
    public void stop() {
        stopping = true;
        server.stop(MOST_SECONDS);
    }

    @Override
    public String description() {
        return "no new requests while stopping";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (!stopping) {
            chain.doFilter(exchange);
            return;
        }
        try (exchange) {
            // Whatever is answered: what is left of a body would reset the connection under the answer.
            if (RequestBody.read(exchange, MOST_BYTES).isPresent()) {
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.getResponseHeaders().set("Connection", "close");
                exchange.sendResponseHeaders(503, STOPPING.length);
                exchange.getResponseBody().write(STOPPING);
            }
        }
    }
}
