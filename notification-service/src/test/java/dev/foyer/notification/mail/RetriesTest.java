package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.letter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Doubt;
import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries(Backoff.between(Duration.ofSeconds(10), Duration.ofMinutes(1)), 0);

    @Test
    @Tag("D6")
    void waitsGrowToTheLongest() {
        List<Long> waits = IntStream.rangeClosed(1, 6)
                .mapToObj(attempts -> retries.left(mail(attempts, NOON), NOON).toSeconds())
                .toList();
        assertEquals(List.of(10L, 20L, 40L, 60L, 60L, 60L), waits);
        assertEquals(Duration.ofMinutes(1), retries.left(mail(100_000, NOON), NOON));
    }

    /** After a restart it is the same wait. */
    @Test
    @Tag("D6")
    void mailsDoNotTryAgainInStep() {
        Retries apart = new Retries(Backoff.between(Duration.ofSeconds(10), Duration.ofMinutes(1)), 0.2);
        List<Duration> waits = IntStream.rangeClosed(1, 5)
                .mapToObj(attempts -> apart.left(mail(attempts, NOON), NOON))
                .toList();
        assertEquals(
                5,
                waits.stream()
                        .map(Duration::toMillis)
                        .map(ms -> ms % 1_000)
                        .distinct()
                        .count());
        assertTrue(waits.getFirst().compareTo(Duration.ofSeconds(8)) >= 0, waits::toString);
        assertEquals(waits.getFirst(), apart.left(mail(1, NOON), NOON));
    }

    @Test
    @Tag("case-L12")
    void whatAllWaitedForEndsAllWaits() {
        RetryWaits waits = new RetryWaits(retries, () -> NOON, () -> NOON);
        assertEquals(Duration.ofSeconds(20), waits.left("contoso.com/u-1", mail(2, NOON)));
        waits.endAll();
        assertEquals(Duration.ZERO, waits.left("contoso.com/u-1", mail(2, NOON)));
        assertEquals(Duration.ofSeconds(40), waits.left("contoso.com/u-1", mail(3, NOON)), "the next is another wait");
    }

    @Test
    @Tag("D6")
    void theFirstAttemptIsDueAtOnce() {
        assertEquals(Duration.ZERO, retries.left(mail(0, null), NOON));
    }

    @Test
    @Tag("D6")
    void whatIsPastOfAWaitIsPastAfterARestartToo() {
        assertEquals(Duration.ofSeconds(15), retries.left(mail(2, NOON), NOON.plusSeconds(5)));
        assertEquals(Duration.ofSeconds(-1), retries.left(mail(2, NOON), NOON.plusSeconds(21)));
    }

    @Test
    @Tag("case-L3")
    void aClockThatWasSetBackMakesNobodyWaitLongerThanTheWait() {
        assertEquals(Duration.ofSeconds(10), retries.left(mail(1, NOON.plus(Duration.ofMinutes(30))), NOON));
    }

    @Test
    @Tag("case-L3")
    void aWaitThatHasBegunIsNotTouchedByTheClock() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOON);
        AtomicReference<Instant> steady = new AtomicReference<>(NOON);
        RetryWaits waits = new RetryWaits(retries, clock::get, steady::get);
        Mail.Outgoing mail = mail(1, NOON);
        assertEquals(Duration.ofSeconds(10), waits.left("contoso.com/u-1", mail));
        clock.set(NOON.minus(Duration.ofMinutes(30)));
        steady.set(NOON.plusSeconds(4));
        assertEquals(Duration.ofSeconds(6), waits.left("contoso.com/u-1", mail), "however often it is asked for");
        assertEquals(Duration.ofSeconds(10), waits.left("contoso.com/u-2", mail), "another one begins");
        steady.set(NOON.plusSeconds(10));
        assertEquals(Duration.ZERO, waits.left("contoso.com/u-1", mail));
        waits.over("contoso.com/u-1");
        assertEquals(Duration.ofSeconds(20), waits.left("contoso.com/u-1", mail(2, NOON)), "the next is another wait");
    }

    /** Who had the mailbox before may have sent the mail, and is about to say so. */
    @Test
    @Tag("case-L4")
    void whatIsKnownFromARecoveryWaitsForWhomeverHadItBefore() {
        AtomicReference<Instant> steady = new AtomicReference<>(NOON);
        RetryWaits waits = new RetryWaits(retries, () -> NOON, steady::get);
        waits.pause("contoso.com/u-1", Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(5), waits.left("contoso.com/u-1", mail(0, null)));
        assertEquals(Duration.ofSeconds(10), waits.left("contoso.com/u-1", mail(1, NOON)), "the longer of the two");
        assertEquals(Duration.ZERO, waits.left("contoso.com/u-2", mail(0, null)));
        steady.set(NOON.plusSeconds(5));
        waits.over("contoso.com/u-1");
        assertEquals(Duration.ZERO, waits.left("contoso.com/u-1", mail(0, null)));
    }

    /** Who takes a mailbox over finds an attempt under way, and hears during the pause that it has failed. */
    @Test
    @Tag("D6")
    @Tag("case-L4")
    void whatFailsAfterATakeoverWaitsAsLongAsIfNobodyHadTakenOver() {
        AtomicReference<Instant> steady = new AtomicReference<>(NOON);
        RetryWaits waits = new RetryWaits(retries, steady::get, steady::get);
        waits.pause("contoso.com/u-1", Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(5), waits.left("contoso.com/u-1", underWay(2)));
        steady.set(NOON.plusSeconds(3));
        assertEquals(Duration.ofSeconds(20), waits.left("contoso.com/u-1", mail(2, NOON.plusSeconds(3))));
        steady.set(NOON.plusSeconds(5));
        assertEquals(Duration.ofSeconds(18), waits.left("contoso.com/u-1", mail(2, NOON.plusSeconds(3))));
    }

    private static Mail.Outgoing underWay(int attempts) {
        return new Mail.Outgoing(
                letter(1),
                NOON.plus(HOLD_TIME),
                ADDRESS,
                false,
                attempts,
                null,
                NOON,
                null,
                null,
                null,
                new Doubt(1, true));
    }

    private static Mail.Outgoing mail(int attempts, Instant lastAttemptAt) {
        return new Mail.Outgoing(
                letter(1), NOON.plus(HOLD_TIME), ADDRESS, false, attempts, "MAIL_SERVER_SLOW", lastAttemptAt, null);
    }
}
