package dev.foyer.gateway.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.service.CallHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the wire can do to a call; the other end is a plain HTTP server that answers what a test puts there. */
class ServiceClientTest {

    private static final CommandContext WISH = new CommandContext(
            new Account("admin", "contoso.com", Set.of("conferencing-admin"), "u-9"),
            "conferencing-admin",
            "command-1",
            "correlation-1");

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getRawPath() + " " + headers.getFirst(CallHeaders.COMMAND_ID) + " "
                    + headers.getFirst(CallHeaders.ACTOR_USER));
            Answer answer = answers.poll();
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set(CallHeaders.POSITIONS, "pin.events-2@4711");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.close();
    }

    private ServiceClient client() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new ServiceClient("pin-service", uri, "Bearer token", http, Duration.ofSeconds(2));
    }

    private Problem refusal() {
        return assertThrows(Problem.ProblemException.class, () -> client().send(ServiceCall.get("/settings"), WISH))
                .problem();
    }

    @Test
    void aServiceThatMovesIsAskedAgainWithTheSameCommandId() {
        answers.add(new Answer(503, "{}"));
        answers.add(new Answer(503, ""));
        answers.add(new Answer(200, "{\"pin\": \"48213\"}"));
        ServiceAnswer done = client().send(ServiceCall.post(ServiceCall.path("users", "a b/ü", "pin"), null), WISH);
        assertEquals(List.of(new Position("pin.events", 2, 4711)), done.positions());
        assertEquals("48213", done.text("pin"));
        assertFalse(done.toString().contains("48213"));
        String call = "POST /internal/v1/tenants/contoso.com/users/a%20b%2F%C3%BC/pin command-1 u-9";
        assertEquals(List.of(call, call, call), List.copyOf(seen));
    }

    @Test
    void itsProblemsArePassedThrough() {
        answers.add(new Answer(409, """
                {"type": "/problems/user-not-enabled", "title": "T", "status": 409, "detail": "D"}"""));
        Problem problem = refusal();
        assertEquals(409, problem.status());
        assertEquals("/problems/user-not-enabled", problem.type());
        assertEquals("D", problem.detail());
    }

    @Test
    void itsBugsAndItsDistrustAreNotTheCallersFault() {
        answers.add(new Answer(500, "java.lang.NullPointerException\n\tat x"));
        assertEquals(502, refusal().status());
        answers.add(new Answer(401, ""));
        assertEquals(502, refusal().status());
    }

    @Test
    void aServiceThatIsAwayIsA503() {
        server.stop(0);
        Problem problem = refusal();
        assertEquals(503, problem.status());
        assertEquals("/problems/service-away", problem.type());
        assertEquals("2", problem.headers().get("Retry-After"));
    }
}
