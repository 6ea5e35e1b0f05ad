package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.base.Problem;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.clients.NotificationServiceClient;
import dev.foyer.gateway.clients.RemoteService;
import dev.foyer.gateway.index.NotificationEntry;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is to be done about a mail that is as young as its PIN: who waits for it, how long, and who does not. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("case-L6")
class TakenMailsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1_500);
    private static final Duration SILENT = Duration.ofSeconds(5);
    /** As a topic stands that moves from one instance to another while both are busy. */
    private static final Duration MOVES = Duration.ofSeconds(4);

    @Inject
    ReadModel index;

    @Inject
    RemoteService<NotificationServiceClient> notificationService;

    @ConfigProperty(name = "foyer.notification-service-url")
    URI address;

    private Events events;

    @BeforeEach
    void caughtUp() {
        Awaitility.await().until(index::isCaughtUp);
        events = new Events(BrokerResource.broker().bootstrapServers());
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void aMailThatNobodyHasTakenYetIsNoUnknownMailAndWhoIsGoneIsNamedAtOnce() {
        made("n-young");
        as("auditor")
                .get("/api/v1/notifications/n-young")
                .then()
                .statusCode(200)
                .body("status", equalTo("HELD"));
        assertAwayWithin(AT_ONCE, "n-young");
    }

    @Test
    void whoHangsIsNamedWithinSeconds() throws IOException {
        made("n-hung");
        try (ServerSocket hung = new ServerSocket(address.getPort(), 50, InetAddress.getLoopbackAddress())) {
            assertTrue(hung.isBound());
            assertAwayWithin(SILENT, "n-hung");
        }
    }

    /** As of a machine that starts another instance beside it. */
    @Test
    void whoIsSilentOnceIsStillThere() throws Exception {
        made("n-slow");
        seen();
        try (OnceSilent service = OnceSilent.at(address.getPort())) {
            CompletableFuture<Optional<NotificationEntry>> found = CompletableFuture.supplyAsync(
                    () -> mails(Duration.ofSeconds(20)).find(index.tenant("contoso.com"), "n-slow"),
                    Thread::startVirtualThread);
            // Who gives up says why below.
            Awaitility.await().until(() -> service.answers() > 0 || found.isDone());
            taken("n-slow");
            assertTrue(found.get(20, TimeUnit.SECONDS).orElseThrow().taken());
        }
    }

    @Test
    @Tag("D5")
    void aTopicThatMovesIsWaitedForWhileTheServiceIsThere() throws Exception {
        made("n-moves");
        try (StandIn service = new StandIn(address.getPort())
                .onceReachedBy(() -> as("admin").post("/api/v1/notifications/" + taken("n-first") + "/discard"))) {
            Awaitility.await().until(notificationService::isThere);
            CompletableFuture<String> later = CompletableFuture.supplyAsync(
                    () -> taken("n-moves"), CompletableFuture.delayedExecutor(MOVES.toMillis(), TimeUnit.MILLISECONDS));
            discard("n-moves").then().statusCode(204);
            assertTrue(later.isDone(), "It was told to a service that had not taken it");
            assertTrue(service.asked().getLast().call().contains("n-moves"), service.asked()::toString);
        }
    }

    @Test
    void aServiceThatIsThereAndTakesNothingIsNotSaidToBeAway() throws IOException {
        made("n-left");
        try (StandIn service = new StandIn(address.getPort())) {
            Awaitility.await().until(notificationService::isThere);
            TakenMails mails = mails(AT_ONCE);
            Problem problem = assertThrows(
                            Problem.ProblemException.class, () -> mails.find(index.tenant("contoso.com"), "n-left"))
                    .problem();
            assertEquals("/problems/mail-not-taken-yet", problem.type());
            assertEquals("1", problem.headers().get("Retry-After"));
            assertEquals(List.of(), service.asked());
        }
    }

    /**
     * What a test before has made of it is as good as an answer for half a second: after one in which nobody answered, the first look would
     * see that, and one silence more would be the second.
     */
    private void seen() throws IOException {
        try (StandIn service = new StandIn(address.getPort())) {
            Awaitility.await().until(notificationService::isThere);
            assertEquals(List.of(), service.asked());
        }
    }

    private TakenMails mails(Duration deadline) {
        TakenMails mails = new TakenMails();
        mails.index = index;
        mails.notificationService = notificationService;
        mails.config = new Within(deadline);
        return mails;
    }

    private record Within(Duration deadline) implements ApiConfig {

        @Override
        public Duration viewDeadline() {
            return deadline;
        }

        @Override
        public Duration notificationDeadline() {
            return deadline;
        }
    }

    /** Takes the first connection and says nothing; whoever comes later hears that there is nothing here. */
    private record OnceSilent(ServerSocket door, AtomicInteger answered) implements AutoCloseable {

        static OnceSilent at(int port) throws IOException {
            ServerSocket door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            OnceSilent service = new OnceSilent(door, new AtomicInteger());
            Thread.ofVirtual().start(service::serve);
            return service;
        }

        private void serve() {
            try (Socket first = door.accept()) {
                while (first.isConnected()) {
                    try (Socket next = door.accept()) {
                        next.getInputStream().read();
                        next.getOutputStream()
                                .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                        answered.incrementAndGet();
                    }
                }
            } catch (IOException e) {
                // closed
            }
        }

        int answers() {
            return answered.get();
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private static void assertAwayWithin(Duration time, String mail) {
        long start = System.nanoTime();
        discard(mail)
                .then()
                .statusCode(503)
                .body("type", equalTo("/problems/service-away"))
                .header("Retry-After", equalTo("2"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(time) < 0, took.toString());
    }

    private static Response discard(String mail) {
        return as("admin").post("/api/v1/notifications/" + mail + "/discard");
    }

    /** pin-service has said that there will be a mail. */
    private void made(String mail) {
        Position made = events.send(
                "pin.events",
                "foyer.pin.UserEnabled.v1",
                Map.of(
                        "tenant", "contoso.com",
                        "userId", "of-" + mail,
                        "conferenceId", "4700123",
                        "pinSetAt", "2026-11-26T10:00:00Z",
                        "pinSetBy", "admin",
                        "notificationId", mail,
                        "mail", "HELD"));
        index.passed(List.of(made), Duration.ofSeconds(10));
    }

    private String taken(String mail) {
        Position taken = events.mail(
                "foyer.notification.NotificationHeld.v1", "of-" + mail, mail, "updatedAt", "2026-11-26T10:00:01Z");
        index.passed(List.of(taken), Duration.ofSeconds(10));
        return mail;
    }
}
