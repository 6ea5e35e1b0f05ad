package dev.foyer.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that does not answer, or not soon enough, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class RemoteServiceAwayTest extends RemoteServiceCalls {

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
    void whoAlwaysBreaksOffIsAway() {
        service.alwaysAnswers(ISSUED.brokenOff());
        assertEquals("/problems/service-away", refusal().type());
        assertTrue(service.asked().size() > 1);
    }
}
