package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.StandIn.Asked;
import dev.foyer.gateway.clients.PinServiceClient.IssuedPin;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what the wire can do to a call, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class RemoteServiceTest extends RemoteServiceCalls {

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
