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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * notification-service is killed at each step of the dialogue about one mail: it comes once or twice, with one Message-ID, and the
 * ledger says what may have been, also when a reset came before the next attempt.
 */
@Tag("long")
@Tag("case-L4")
@Tag("D6")
class MailKillStepsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @RegisterExtension
    static final OwnFoyer OWN = new OwnFoyer();

    private static ScriptedMailServer server;
    private static volatile Child sender;

    @BeforeAll
    static void startWithThisMailServer() {
        server = new ScriptedMailServer();
        OWN.foyer().kill(Component.NOTIFICATION_SERVICE);
        start();
    }

    @AfterAll
    static void stop() {
        if (sender != null) {
            sender.stop();
        }
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "DOT"})
    void killedAtThatStepItIsSentAgainAndTheLedgerSaysThatItMayHaveComeTwice(String step) {
        String user = "kill-" + step.toLowerCase(Locale.ROOT);
        killedAt(step, () -> enable(user));
        start();
        within().untilAsserted(() ->
                assertEquals(List.of("SENT 2 EARLIER_ATTEMPT_UNKNOWN (possibly delivered 1 time)"), ledger(user)));
        assertEquals(step.equals("DOT") ? 2 : 1, server.given(address(user)));
        assertEquals(1, messageIds(user).size(), "the same, however often");
    }

    /** The reset is decided by pin-service while nobody sends, so it comes before what became of the mail. */
    @ParameterizedTest
    @Tag("D5")
    @ValueSource(strings = {"RCPT", "DOT"})
    void aResetBeforeTheNextAttemptDoesNotDenyIt(String step) {
        String user = "kill-reset-" + step.toLowerCase(Locale.ROOT);
        killedAt(step, () -> enable(user));
        Answer reset = admin().post("/api/v1/users/" + user + "/pin/reset", Map.of("sendEmail", true));
        assertEquals(200, reset.status(), reset::toString);
        start();
        within().untilAsserted(() -> {
            List<String> ledger = ledger(user);
            assertEquals(2, ledger.size());
            assertEquals("SENT 1", ledger.getFirst());
            // Mostly the reset is first; when the next attempt is, it left for certain.
            assertTrue(
                    ledger.getLast().startsWith("SUPERSEDED 1 NEWER_PIN (possibly delivered 1 time)")
                            || ledger.getLast().startsWith("SENT 2 EARLIER_ATTEMPT_UNKNOWN"),
                    ledger::toString);
        });
    }

    /** Kills the service when the mail that {@code action} makes has come to this step; the server says nothing more to it. */
    private static void killedAt(String step, Runnable action) {
        AtomicBoolean killed = new AtomicBoolean();
        within().until(OWN.foyer()::isReady);
        server.answer(step, said -> {
            if (killed.getAndSet(true)) {
                return step.equals("DATA") ? "354 go on" : "250 OK";
            }
            sender.kill();
            return ScriptedMailServer.HANG_UP;
        });
        action.run();
        within().untilTrue(killed);
        within().until(() -> !sender.isAlive());
    }

    private static void start() {
        sender = OWN.foyer()
                .startAnother(
                        Component.NOTIFICATION_SERVICE,
                        OWN.foyer().ports(),
                        Map.of("QUARKUS_MAILER_PORT", Integer.toString(server.port()), "FOYER_MAIL_FIRST_RETRY", "1s"));
    }

    private static void enable(String user) {
        Answer known = admin().put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName",
                                address(user),
                                "displayName",
                                user,
                                "primarySmtpAddress",
                                address(user)));
        assertTrue(known.status() < 300, known::toString);
        Answer enabled = admin().post("/api/v1/users/" + user + "/conferencing", Map.of());
        assertEquals(201, enabled.status(), enabled::toString);
    }

    private static Set<List<String>> messageIds(String user) {
        return server.mails().stream()
                .filter(mail -> mail.recipient().contains("<" + address(user) + ">"))
                .map(mail -> mail.header("Message-ID"))
                .collect(Collectors.toSet());
    }

    private static String address(String user) {
        return user + "@contoso.com";
    }

    /** Status, attempts and reason of the user's mails, the newest first. */
    private static List<String> ledger(String user) {
        return admin().get("/api/v1/notifications?user=" + user)
                .body()
                .path("items")
                .valueStream()
                .map(MailKillStepsIT::said)
                .toList();
    }

    private static String said(JsonNode mail) {
        return (mail.path("status").asText() + " " + mail.path("attempts").asInt() + " "
                        + mail.path("reason").asText())
                .strip();
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
