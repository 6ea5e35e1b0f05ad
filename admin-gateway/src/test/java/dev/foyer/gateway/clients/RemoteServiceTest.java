package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.clients.PinServiceClient.IssuedPin;
import dev.foyer.gateway.clients.PinServiceClient.Reset;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.testing.BrokerResource;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire can do to a call, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class RemoteServiceTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Answer ISSUED = Answer.json(200, "{\"pin\": \"48213\", \"conferenceId\": \"4711007\"}");
    private static final Answer MOVES = Answer.json(503, "{}");
    private static final Answer REFUSED = Answer.json(409, """
            {"type": "/problems/user-not-enabled", "title": "T", "status": 409, "detail": "D", "more": {"a": [1]}}""");
    private static final Answer HANGS_UP = Answer.json(0, "");
    private static final Answer NEVER_ANSWERS = Answer.json(-1, "");

    private static final CommandContext COMMAND = new CommandContext(
            new Account("admin", "contoso.com", Set.of("conferencing-admin"), "u-9"),
            "conferencing-admin",
            "command-1",
            "correlation-1");

    private static boolean warm;

    @Inject
    CallSigner signer;

    private StandIn service;

    /** The first call of a JVM takes seconds on a busy machine, and some tests have short deadlines. */
    @BeforeEach
    void listen() throws IOException {
        if (!warm) {
            try (StandIn first = new StandIn(0)) {
                remote(first.uri(), Duration.ofSeconds(30)).run(COMMAND, (pins, command) -> pins.lockPin(command, "u"));
            }
            warm = true;
        }
        service = new StandIn(0);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private RemoteService<PinServiceClient> remote(URI uri, Duration deadline) {
        PinServiceClient client =
                QuarkusRestClientBuilder.newBuilder().baseUri(uri).build(PinServiceClient.class);
        return new RemoteService<>("pin-service", client, signer, deadline);
    }

    private Answered<IssuedPin> reset(String userId) {
        return reset(remote(service.uri(), DEADLINE), userId);
    }

    private static Answered<IssuedPin> reset(RemoteService<PinServiceClient> remote, String userId) {
        return remote.call(COMMAND, (pins, command) -> pins.resetPin(command, userId, new Reset(null, null, true)));
    }

    private static Problem refusal(RemoteService<PinServiceClient> remote) {
        return assertThrows(Problem.ProblemException.class, () -> reset(remote, "u-1"))
                .problem();
    }

    private Problem refusal() {
        return refusal(remote(service.uri(), DEADLINE));
    }

    @Test
    @Tag("F")
    void aServiceThatMovesIsAskedAgainWithTheSameCommandId() {
        service.answers(MOVES, Answer.json(503, ""), HANGS_UP, ISSUED);
        Answered<IssuedPin> done = reset("u-1");
        assertEquals(List.of(new Position("pin.events", 2, 4711)), done.positions());
        assertEquals(new IssuedPin("48213", "4711007", null, null), done.body());
        assertEquals(4, service.asked().size());
        Asked first = service.asked().getFirst();
        assertEquals("POST /internal/v1/tenants/contoso.com/users/u-1/pin/reset", first.call());
        assertEquals("{\"reveal\":true}", first.body());
        for (Asked each : service.asked()) {
            assertEquals("command-1", each.token().path("command").asText());
            assertEquals(first.call(), each.call());
            assertEquals(first.body(), each.body());
        }
    }

    @Test
    @Tag("case-S3")
    void whoAsksIsSignedForThisServiceAndForSeconds() {
        service.answers(ISSUED);
        reset("u-1");
        var token = service.asked().getFirst().token();
        assertEquals("admin-gateway", token.path("iss").asText());
        assertEquals("pin-service", token.path("aud").asText());
        assertEquals("contoso.com", token.path("tenant").asText());
        assertEquals("admin", token.path("sub").asText());
        assertEquals("u-9", token.path("user").asText());
        assertEquals("conferencing-admin", token.path("role").asText());
        assertEquals("correlation-1", token.path("correlation").asText());
        assertEquals(10, token.path("exp").asLong() - token.path("iat").asLong());
    }

    @Test
    @Tag("case-S3")
    void anotherTryIsSignedAnew() {
        service.answers(MOVES, HANGS_UP, ISSUED);
        reset("u-1");
        assertEquals(
                3, service.asked().stream().map(Asked::authorization).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/ü", "{tenant}", "%2e%2E%2F", "a?b#c;d=e", "..a", "a&b+c:d@e"})
    void noValueBecomesAnotherPath(String userId) {
        service.answers(ISSUED);
        reset(userId);
        URI asked = URI.create("http://any" + service.asked().getFirst().call().substring("POST ".length()));
        assertEquals("/internal/v1/tenants/contoso.com/users/" + userId + "/pin/reset", asked.getPath());
        assertEquals(8, asked.getRawPath().chars().filter(one -> one == '/').count());
    }

    @Test
    void aSuccessWithoutABody() {
        Answered<Void> done =
                remote(service.uri(), DEADLINE).run(COMMAND, (pins, command) -> pins.lockPin(command, "u-1"));
        assertEquals(204, done.status());
        assertEquals("", service.asked().getFirst().body());
    }

    @Test
    void itsProblemsArePassedThroughAndAskedOnce() {
        service.answers(REFUSED);
        Problem problem = refusal();
        assertEquals(409, problem.status());
        assertEquals("/problems/user-not-enabled", problem.type());
        assertEquals("D", problem.detail());
        assertEquals(1, service.asked().size());
    }

    @Test
    void itsBugsAndItsDistrustAreNotTheCallersFault() {
        service.answers(
                Answer.json(500, "java.lang.NullPointerException\n\tat x"),
                Answer.json(401, ""),
                Answer.json(302, ""),
                new Answer(500, "text/plain", "x"));
        for (int i = 0; i < 4; i++) {
            Problem problem = refusal();
            assertEquals(502, problem.status());
            assertEquals("/problems/service-failed", problem.type());
        }
        assertEquals(4, service.asked().size());
    }

    @Test
    @Tag("F")
    void anAnswerThatBreaksOffIsAskedForAgainWithTheSameCommandId() {
        service.answers(ISSUED.brokenOff(), ISSUED.brokenOff(), ISSUED);
        assertEquals(new IssuedPin("48213", "4711007", null, null), reset("u-1").body());
        assertEquals(3, service.asked().size());
        assertEquals(
                1,
                service.asked().stream()
                        .map(each -> each.call() + each.token().path("command") + each.body())
                        .distinct()
                        .count());
    }

    @Test
    void whoAlwaysBreaksOffIsAway() {
        service.alwaysAnswers(ISSUED.brokenOff());
        assertEquals("/problems/service-away", refusal().type());
        assertTrue(service.asked().size() > 1);
    }

    @Test
    void nonsenseIsSaidOnceAndNotRepeated() {
        service.answers(
                Answer.json(200, "{\"pin\": \"48"),
                Answer.json(200, "{\"pin\": {\"is\": \"48213\"}}"),
                Answer.json(200, "[]"),
                new Answer(200, "text/html", "<p>48213"),
                Answer.json(200, ""));
        for (int i = 0; i < 5; i++) {
            Problem problem = refusal();
            assertEquals(502, problem.status(), "nonsense " + i);
            assertFalse(problem.toString().contains("48213"));
        }
        assertEquals(5, service.asked().size());
    }

    @Test
    void aServiceThatIsAwayIsA503() {
        service.close();
        Problem problem = refusal();
        assertEquals(503, problem.status());
        assertEquals("/problems/service-away", problem.type());
        assertEquals("2", problem.headers().get("Retry-After"));
    }

    @Test
    void whoNeverAnswersIsWaitedForUntilTheDeadline() {
        service.answers(NEVER_ANSWERS);
        long start = System.nanoTime();
        assertEquals("/problems/service-away", refusal().type());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis >= DEADLINE.toMillis() && millis < DEADLINE.toMillis() + 2_000, millis + " ms");
        assertEquals(1, service.asked().size());
    }

    @Test
    void whoMovesForTooLongSaysItself() {
        service.alwaysAnswers(Answer.json(503, """
                {"type": "/problems/moved", "title": "T", "status": 503, "detail": "It moves."}"""));
        Problem problem = refusal();
        assertEquals("/problems/moved", problem.type());
        assertEquals("It moves.", problem.detail());
    }

    @Test
    void whenItStaysAwayCallersAreToldAtOnceUntilItIsBack() throws IOException {
        RemoteService<PinServiceClient> remote = remote(service.uri(), Duration.ofMillis(100));
        int port = service.uri().getPort();
        service.close();
        for (int i = 0; i < 4; i++) {
            assertEquals("/problems/service-away", refusal(remote).type());
        }
        long start = System.nanoTime();
        Problem atOnce = refusal(remote);
        assertTrue(System.nanoTime() - start < Duration.ofMillis(90).toNanos(), "The circuit is open");
        assertEquals("/problems/service-away", atOnce.type());
        assertEquals("2", atOnce.headers().get("Retry-After"));
        service = new StandIn(port);
        service.alwaysAnswers(ISSUED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .ignoreExceptions()
                .until(() -> reset(remote, "u-1").status() == 200);
    }

    @Test
    void refusalsAndMovesDoNotOpenTheCircuit() {
        RemoteService<PinServiceClient> remote = remote(service.uri(), Duration.ofMillis(400));
        service.alwaysAnswers(REFUSED);
        for (int i = 0; i < 5; i++) {
            assertEquals(409, refusal(remote).status());
        }
        service.alwaysAnswers(MOVES);
        for (int i = 0; i < 5; i++) {
            assertEquals("/problems/service-unavailable", refusal(remote).type());
        }
        service.alwaysAnswers(ISSUED);
        assertEquals(200, reset(remote, "u-1").status());
    }

    @Test
    void connectionsAreKept() throws Exception {
        RemoteService<PinServiceClient> remote = remote(service.uri(), DEADLINE);
        int callers = 64;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, callers)
                    .forEach(caller -> threads.submit(() -> IntStream.range(0, 10)
                            .forEach(i ->
                                    remote.run(COMMAND, (pins, command) -> pins.lockPin(command, "u-" + caller)))));
            threads.shutdown();
            assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
        }
        assertEquals(callers * 10, service.asked().size());
        assertTrue(service.connections() <= callers, service.connections() + " connections");
    }
}
