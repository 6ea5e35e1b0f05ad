package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.notification.domain.Reasons;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private static final Attempt AWAY = new Attempt.Deferred("MAIL_SERVER_UNREACHABLE", true);
    private static final Attempt GREYLISTED = new Attempt.Deferred("MAIL_SERVER_BUSY: 450 later");
    private static final Attempt TAKEN = new Attempt.Accepted();

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final AtomicInteger woken = new AtomicInteger();
    private final MailServer server = new MailServer(Duration.ofSeconds(10), () -> now);

    @Test
    @Tag("case-L6")
    void whoTakesNoMailsIsDegradedAndNotDown() {
        assertEquals(Map.of("degraded", false), data());
        server.heard(new Attempt.Deferred("MAIL_SERVER_BUSY: 421 come back", true));
        server.heard(new Attempt.Failed("ADDRESS_IS_INVALID", false));
        assertEquals(HealthCheckResponse.Status.UP, server.health().getStatus());
        assertEquals(true, data().get("degraded"));
        assertEquals("MAIL_SERVER_BUSY", data().get("missing"));
    }

    @Test
    @Tag("case-L6")
    void whoSpeaksAgainIsWell() {
        for (Attempt spoken :
                new Attempt[] {new Attempt.Failed("MAIL_SERVER_REFUSED: 550 unknown", true), TAKEN, GREYLISTED}) {
            server.heard(AWAY);
            assertEquals(true, data().get("degraded"));
            server.heard(spoken);
            assertEquals(Map.of("degraded", false), data());
        }
    }

    @Test
    @Tag("case-L6")
    void nothingOfTheServersOwnWordsIsShownHoweverManyLinesTheyAre() {
        server.heard(new Attempt.Deferred("MAIL_SERVER_BUSY: 421-come back\n421 with \"Your PIN is 48151\"", true));
        assertEquals("MAIL_SERVER_BUSY", data().get("missing"));
    }

    @Test
    @Tag("D6")
    void whileItTakesNothingOneMailAtATimeTriesIt() {
        away(3);
        Duration closed = server.closedFor();
        assertTrue(closed.toMillis() > 6_900 && closed.toSeconds() <= 10, closed::toString);
        now = now.plus(closed);
        assertEquals(Duration.ZERO, server.closedFor(), "the one");
        assertTrue(server.closedFor().isPositive(), "the others");
        server.heard(AWAY);
        assertTrue(server.closedFor().toSeconds() >= 13, "and each wait is longer");
        away(20);
        assertTrue(server.closedFor().toSeconds() <= 60, "up to a minute");
        server.heard(TAKEN);
        assertEquals(Duration.ZERO, server.closedFor());
        assertEquals(Duration.ZERO, server.closedFor());
    }

    /** One address on which a server is slow or busy says nothing about others. */
    @Test
    @Tag("D6")
    void whatIsOfOneMailKeepsNobodyFromAsking() {
        for (int i = 0; i < 50; i++) {
            server.heard(GREYLISTED);
            server.heard(new Attempt.Deferred(Reasons.MAIL_SERVER_GAVE_NO_ANSWER));
            server.heard(new Attempt.Failed("MAIL_SERVER_REFUSED: 550", true));
        }
        assertEquals(Duration.ZERO, server.closedFor());
        assertEquals(Map.of("degraded", false), data());
    }

    @Test
    @Tag("case-L12")
    void theFirstSuccessWakesAllThatWait() {
        server.onceBack(woken::incrementAndGet);
        away(3);
        server.heard(TAKEN);
        assertEquals(1, woken.get());
        server.heard(TAKEN);
        assertEquals(1, woken.get(), "nobody waits for it any more");
        away(3);
        server.heard(GREYLISTED);
        server.heard(TAKEN);
        assertEquals(2, woken.get(), "it was away, and the first mail that it heard was not the first that it took");
        away(2);
        server.heard(TAKEN);
        assertEquals(2, woken.get(), "so little keeps nobody waiting");
    }

    /** Single refusals, of everybody: nobody was served for an hour. */
    @Test
    @Tag("case-L12")
    void theFirstSuccessAfterAnHourOfRefusalsWakesAllThatWait() {
        server.onceBack(woken::incrementAndGet);
        server.heard(TAKEN);
        for (int minute = 0; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            server.heard(GREYLISTED);
        }
        server.heard(TAKEN);
        assertEquals(1, woken.get(), "it said 450 to everybody");
        server.heard(GREYLISTED);
        server.heard(TAKEN);
        assertEquals(1, woken.get(), "one mail is one mail");
    }

    /** Some mailboxes are full, or greylist, while others are served: their mails wait as long as each of them has to. */
    @Test
    @Tag("D6")
    @Tag("case-L12")
    void whoeverIsRefusedBesideOthersIsNotTriedAgainWheneverOneIsTaken() {
        server.onceBack(woken::incrementAndGet);
        for (int i = 0; i < 50; i++) {
            someAreRefused();
            now = now.plus(Duration.ofSeconds(1));
        }
        assertEquals(0, woken.get());
        for (int i = 0; i < 12 * 60 / 2; i++) {
            now = now.plus(Duration.ofMinutes(2));
            someAreRefused();
        }
        assertTrue(
                woken.get() <= 12 * 2 + 5,
                () -> woken.get() + " times in twelve hours, and the longest wait is half an hour");
    }

    private void someAreRefused() {
        for (int i = 0; i < 3; i++) {
            server.heard(GREYLISTED);
        }
        server.heard(TAKEN);
    }

    private void away(int times) {
        for (int i = 0; i < times; i++) {
            server.heard(AWAY);
        }
    }

    private Map<String, Object> data() {
        return server.health().getData().orElseThrow();
    }
}
