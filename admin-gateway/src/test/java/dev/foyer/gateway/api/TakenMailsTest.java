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
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    private static final Duration SILENT = Duration.ofMillis(3_500);
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
            TakenMails mails = new TakenMails();
            mails.index = index;
            mails.notificationService = notificationService;
            mails.config = new Shortly();
            Problem problem = assertThrows(
                            Problem.ProblemException.class, () -> mails.find(index.tenant("contoso.com"), "n-left"))
                    .problem();
            assertEquals("/problems/mail-not-taken-yet", problem.type());
            assertEquals("1", problem.headers().get("Retry-After"));
            assertEquals(List.of(), service.asked());
        }
    }

    private record Shortly() implements ApiConfig {

        @Override
        public Duration viewDeadline() {
            return AT_ONCE;
        }

        @Override
        public Duration notificationDeadline() {
            return AT_ONCE;
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
