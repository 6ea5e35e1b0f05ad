package dev.foyer.local.tenants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.local.secrets.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * {@code POST /tenants} and {@code DELETE /tenants/{tenant}} over mutual TLS. Who has no certificate of the peer that the
 * context believes does not get as far as a request.
 */
final class TenantsEndpoint implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String PATH = "/tenants";
    private static final int MOST_BYTES = 4_096;

    static {
        // Of the JDK's server, read once: nobody keeps connections of this process for long, or many of them.
        System.setProperty("jdk.httpserver.maxConnections", "50");
        System.setProperty("sun.net.httpserver.maxReqTime", "15");
        System.setProperty("sun.net.httpserver.maxRspTime", "120");
    }

    private final HttpsServer https;
    private final TenantChanges changes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What may be said; all there is. @param administrator {@code null}: called as usual */
    record Wanted(String tenant, String administrator) {}

    private record Made(String tenant, Administrator administrator) {}

    private record Administrator(String name, String password) {
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    /** @param port on loopback; 0: a free one */
    TenantsEndpoint(int port, SSLContext tls, TenantChanges changes) throws IOException {
        this.changes = changes;
        this.https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = MutualTls.parameters();
                own.setNeedClientAuth(true);
                parameters.setSSLParameters(own);
            }
        });
        https.setExecutor(threads);
        https.createContext("/", this::serve);
    }

    void start() {
        https.start();
    }

    int port() {
        return https.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                decide(exchange);
            } catch (Refused e) {
                answer(
                        exchange,
                        e.status(),
                        "application/problem+json",
                        Map.of(
                                "type",
                                "/problems/" + e.type(),
                                "title",
                                e.title(),
                                "status",
                                e.status(),
                                "detail",
                                e.getMessage()));
            } catch (RuntimeException e) {
                e.printStackTrace(System.out);
                exchange.sendResponseHeaders(500, -1);
            }
        }
    }

    private void decide(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (method.equals("POST") && path.equals(PATH)) {
            Wanted wanted = wanted(exchange);
            Account made = changes.add(wanted.tenant(), wanted.administrator());
            answer(
                    exchange,
                    201,
                    "application/json",
                    new Made(made.tenant(), new Administrator(made.name(), made.password())));
        } else if (method.equals("DELETE") && path.startsWith(PATH + "/")) {
            boolean gone = changes.remove(path.substring(PATH.length() + 1));
            exchange.sendResponseHeaders(gone ? 204 : 202, -1);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static Wanted wanted(HttpExchange exchange) throws IOException {
        try {
            Wanted wanted = JSON.readValue(exchange.getRequestBody().readNBytes(MOST_BYTES), Wanted.class);
            return wanted == null ? new Wanted(null, null) : wanted;
        } catch (JsonProcessingException _) {
            throw new Refused(400, "malformed-json", "The body cannot be read", "Send tenant and administrator.");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, Object content) throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        https.stop(0);
        threads.shutdownNow();
    }
}
