package dev.foyer.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.foyer.base.tls.MutualTls;
import dev.foyer.service.CallHeaders;
import dev.foyer.testing.CallToken;
import dev.foyer.testing.CertifiedPeers;
import dev.foyer.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.awaitility.core.ConditionTimeoutException;

/** A service of the tests on a real socket: answers what a test puts there, and keeps what it was asked. */
public final class StandIn implements AutoCloseable {

    /**
     * @param status 0: hangs up without an answer; -1: never answers
     * @param missing so many bytes more are promised than sent before it hangs up
     */
    public record Answer(int status, String contentType, String body, int missing) {

        public Answer(int status, String contentType, String body) {
            this(status, contentType, body, 0);
        }

        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }

        /** The same, but the connection breaks before its last byte. */
        public Answer brokenOff() {
            return new Answer(status, contentType, body, 1);
        }
    }

    /** What was asked. @param query as it stands in the address; {@code null}: none */
    public record Asked(String call, String query, String authorization, String body) {

        /** What the gateway says under its signature. */
        public JsonNode token() {
            return CallToken.read(authorization);
        }
    }

    private static final Pattern SIGN_INS =
            Pattern.compile(".*/(accounts/[^/]+/sign-(ins|out)|failed-sign-ins(/forgotten)?)");

    /** Asked when an answer takes its time, as on a busy machine. */
    private static final String PULSE = "/";

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<X509Certificate> shown = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final String scheme;
    private volatile boolean keeps = true;
    private volatile Answer usual = Answer.json(204, "");
    private volatile String positions = "pin.events-2@4711";

    /** @param port 0: a free one */
    public StandIn(int port) throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256), "http");
    }

    /** On a free port, for clients with a certificate that this side believes. */
    public StandIn(MutualTls tls) throws IOException {
        this(withCertificates(tls), "https");
    }

    private StandIn(HttpServer listening, String scheme) {
        this.scheme = scheme;
        server = listening;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer withCertificates(MutualTls tls) throws IOException {
        HttpsServer listening = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        SSLContext context = CertifiedPeers.server(tls);
        listening.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = context.getDefaultSSLParameters();
                all.setNeedClientAuth(true);
                parameters.setSSLParameters(all);
            }
        });
        return listening;
    }

    /** From now on each request is on a connection of its own. */
    public void hangUpAfterEach() {
        keeps = false;
    }

    /** The certificates that clients have shown, each once. */
    public Set<X509Certificate> shown() {
        return Set.copyOf(shown);
    }

    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /**
     * Waits until a call gets through and forgets what was asked till then: where nobody listened in the test before, the gateway's
     * circuit stays open for a moment, and the first call of a JVM takes its time.
     *
     * @param call makes the gateway ask; what it answers is not looked at
     */
    public StandIn onceReachedBy(Runnable call) {
        try {
            Patience.await().until(() -> {
                call.run();
                return !asked.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            close(); // whoever comes next needs the port
            throw e;
        }
        asked.clear();
        return this;
    }

    /** Each once, in this order. */
    public StandIn answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** When nothing else is put. */
    public StandIn alwaysAnswers(Answer answer) {
        usual = answer;
        return this;
    }

    /** In the header of all answers from now on. */
    public StandIn at(String where) {
        positions = where;
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many connections were ever used. */
    public int connections() {
        return connections.size();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.equals(PULSE) || SIGN_INS.matcher(path).matches()) {
            note(exchange);
            return;
        }
        connections.add(exchange.getRemoteAddress());
        if (exchange instanceof HttpsExchange secured) {
            shown.add((X509Certificate) secured.getSSLSession().getPeerCertificates()[0]);
        }
        if (!keeps) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getQuery(),
                headers.getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Answer next = answers.poll();
        Answer answer = next == null ? usual : next;
        if (answer.status() < 0) {
            return;
        }
        if (answer.status() > 0) {
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.getResponseHeaders().set(CallHeaders.POSITIONS, positions);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length + answer.missing());
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    /** They come beside what a test asks, at moments of their own: no test's answer is for them, and none counts them. */
    private static void note(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            // Newer than what any test says of sessions that ended.
            byte[] body = "{\"generation\":1000000}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Hangs up on everybody. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
