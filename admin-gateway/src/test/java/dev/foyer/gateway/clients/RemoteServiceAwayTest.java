package dev.foyer.gateway.clients;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Problem;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.service.tls.OwnIdentity;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that does not answer, or not soon enough, on real sockets. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class RemoteServiceAwayTest extends RemoteServiceCalls {

    private static final Duration LONG = Duration.ofSeconds(12);

    @Inject
    ClientsConfig config;

    @Inject
    OwnIdentity identity;

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    @Test
    void aServiceThatIsAwayIsA503() {
        service.close();
        Problem problem = refusal();
        assertEquals(503, problem.status());
        assertEquals("/problems/service-away", problem.type());
        assertEquals("2", problem.headers().get("Retry-After"));
    }

    /** Nobody listens at the service's own address; its client was given a balancer's. */
    @Test
    @Tag("F")
    void whetherItIsThereIsAskedWhereItsCallsGo() {
        RemoteServices services = new RemoteServices();
        services.config = config;
        services.signer = signer;
        services.identity = identity;
        services.clocks = clocks;
        services.addresses = new ServiceAddresses();
        services.addresses.config = new SmallRyeConfigBuilder()
                .withDefaultValue(
                        "quarkus.rest-client.notification-service.url",
                        service.uri().toString())
                .build();
        assertFalse(notificationService.isThere());
        Awaitility.await().until(services.notificationService(null)::isThere);
    }

    @Test
    void whoNeverAnswersIsWaitedForUntilTheDeadline() {
        service.answers(NEVER_ANSWERS);
        long start = System.nanoTime();
        assertEquals("/problems/service-away", refusal().type());
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis >= DEADLINE.toMillis() && millis < DEADLINE.toMillis() + 2_000, millis + " ms");
        assertEquals(
                1,
                service.asked().stream()
                        .filter(each -> each.call().startsWith("POST "))
                        .count());
    }

    @Test
    @Tag("case-L6")
    void whereNobodyListensCallersAreToldAtOnce() {
        service.close();
        assertAwayWithin(Duration.ofMillis(800), remote(service.uri(), LONG));
    }

    @Test
    @Tag("case-L6")
    void whoAnswersNothingAnyMoreIsAwayWithinTwoSeconds() throws IOException {
        try (ServerSocket hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + hung.getLocalPort() + "/");
            assertAwayWithin(Duration.ofMillis(2_500), remote(address, LONG));
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    @Tag("case-L6")
    void thatTheBrokerIsAwayIsSaidAtOnce() {
        service.alwaysAnswers(Answer.json(503, """
                {"type": "/problems/broker-away", "title": "T", "status": 503, "detail": "The broker."}"""));
        Problem problem = refusal(remote(service.uri(), LONG));
        assertEquals("/problems/broker-away", problem.type());
        assertEquals("The broker.", problem.detail());
        assertEquals(1, service.asked().size());
    }

    @Test
    @Tag("case-L10")
    void aServiceWithAnotherTimeIsNamedInTheProblemAndInHealth() throws IOException {
        try (ServerSocket ahead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(
                    () -> distrusts(ahead, ZonedDateTime.now(ZoneOffset.UTC).plusHours(2)));
            URI address = URI.create("http://127.0.0.1:" + ahead.getLocalPort() + "/");
            Problem problem = refusal(remote(address, LONG));
            assertEquals(503, problem.status());
            assertEquals("/problems/clocks-differ", problem.type());
            assertTrue(
                    problem.detail().matches(".*gateway and of the pin-service are 7[12]\\d\\d s apart.*"),
                    problem.detail());
            assertEquals("30", problem.headers().get("Retry-After"));
            assertTrue(clocks.health()
                    .getData()
                    .orElseThrow()
                    .get("pin-service")
                    .toString()
                    .endsWith(" s apart"));
        }
    }

    /** Answers one request as who does not believe its token; a server of the JDK would tell the right time. */
    private static void distrusts(ServerSocket listening, ZonedDateTime time) {
        try (Socket client = listening.accept()) {
            client.getInputStream().read(new byte[8192]);
            String answer = "HTTP/1.1 401 Unauthorized\r\nDate: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(time)
                    + "\r\nContent-Length: 0\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(US_ASCII));
            client.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertAwayWithin(Duration time, RemoteService<PinServiceClient> remote) {
        long start = System.nanoTime();
        assertEquals("/problems/service-away", refusal(remote).type());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(time) < 0, took.toString());
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
