package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import dev.foyer.testing.ScriptedMailServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The broker is killed while a mail server has a mail in its hands, and is away for longer than anybody asks in vain: what
 * the server said is known when the broker is back.
 */
@Tag("long")
@Tag("case-L4")
@Tag("D6")
class MailOutageIT {

    /** A report used to be given up after 30 seconds. */
    private static final Duration AWAY = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static ScriptedMailServer server;
    private static Child sender;

    @BeforeAll
    static void startWithThisMailServer() {
        server = new ScriptedMailServer();
        OWN.foyer().kill(Component.NOTIFICATION_SERVICE);
        sender = OWN.foyer()
                .startAnother(
                        Component.NOTIFICATION_SERVICE,
                        OWN.foyer().ports(),
                        Map.of("QUARKUS_MAILER_PORT", Integer.toString(server.port()), "FOYER_MAIL_FIRST_RETRY", "1s"));
    }

    @AfterAll
    static void stop() {
        if (sender != null) {
            sender.stop();
        }
        server.close();
    }

    @Test
    void whatTheServerTookIsSentOnceAndTheLedgerSaysSo() {
        String user = "outage-sent";
        untilTheBrokerIsBack("250 OK", () -> enable(user));
        within().untilAsserted(() -> assertEquals(List.of("SENT 1"), ledger(user)));
        assertEquals(1, server.given(address(user)));
    }

    @Test
    void whatItRefusedForNowIsCountedAndTriedAgain() {
        String user = "outage-busy";
        untilTheBrokerIsBack("451 later", () -> enable(user));
        within().untilAsserted(() -> assertEquals(List.of("SENT 2"), ledger(user)));
        assertEquals(2, server.given(address(user)));
    }

    /** Whichever is first when the broker is back, the reset or what is known of the mail before. */
    @Test
    @Tag("D5")
    void aResetWhenTheBrokerIsBackDoesNotMakeTheLedgerDenyTheMailBefore() {
        String user = "outage-reset";
        untilTheBrokerIsBack("250 OK", () -> enable(user));
        within().untilAsserted(() -> {
            Answer reset = admin().post("/api/v1/users/" + user + "/pin/reset", Map.of("sendEmail", true));
            assertEquals(200, reset.status(), reset::toString);
        });
        within().untilAsserted(() -> {
            assertEquals("SENT 1", ledger(user).getFirst());
            assertTrue(List.of("SENT 1", "SUPERSEDED 1").contains(ledger(user).getLast()), ledger(user)::toString);
        });
        assertEquals(2, server.given(address(user)));
    }

    /** Kills the broker when the first mail that {@code step} makes has arrived, and answers only then. */
    private static void untilTheBrokerIsBack(String answer, Runnable step) {
        AtomicBoolean killed = new AtomicBoolean();
        server.answer("DOT", recipient -> {
            if (killed.getAndSet(true)) {
                return "250 OK";
            }
            OWN.foyer().kill(Component.BROKER);
            return answer;
        });
        within().until(OWN.foyer()::isReady);
        step.run();
        within().untilTrue(killed);
        Awaitility.await().pollDelay(AWAY).atMost(AWAY.plusSeconds(5)).until(() -> true); // that is the fault
        OWN.foyer().restart(Component.BROKER);
    }

    private static void enable(String user) {
        admin().put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName",
                                address(user),
                                "displayName",
                                user,
                                "primarySmtpAddress",
                                address(user)));
        admin().post("/api/v1/users/" + user + "/conferencing", Map.of());
    }

    private static String address(String user) {
        return user + "@contoso.com";
    }

    /** Status and attempts of the user's mails, the newest first. */
    private static List<String> ledger(String user) {
        return admin().get("/api/v1/notifications?user=" + user)
                .body()
                .path("items")
                .valueStream()
                .map(MailOutageIT::said)
                .toList();
    }

    private static String said(JsonNode mail) {
        return mail.path("status").asText() + " " + mail.path("attempts").asInt();
    }

    private static Api admin() {
        return OWN.foyer().cast().admin();
    }

    private static ConditionFactory within() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
