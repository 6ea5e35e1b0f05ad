package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.ADDRESS;
import static dev.foyer.notification.domain.Letters.HOLD_TIME;
import static dev.foyer.notification.domain.Letters.NOON;
import static dev.foyer.notification.domain.Letters.letter;
import static dev.foyer.notification.domain.Letters.madeAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final Retries retries = new Retries(Backoff.between(Duration.ofSeconds(10), Duration.ofMinutes(1)));

    @Test
    @Tag("D6")
    void waitsGrowToTheLongest() {
        List<Long> waits = IntStream.rangeClosed(1, 6)
                .mapToObj(attempts -> Duration.between(NOON, retries.due(mail(attempts, NOON)))
                        .toSeconds())
                .toList();
        assertEquals(List.of(10L, 20L, 40L, 60L, 60L, 60L), waits);
        assertEquals(NOON.plus(Duration.ofMinutes(1)), retries.due(mail(100_000, NOON)));
    }

    @Test
    @Tag("D6")
    void theFirstAttemptIsDueAtOnce() {
        assertEquals(madeAt(1), retries.due(mail(0, null)));
    }

    private static Mail.Outgoing mail(int attempts, Instant lastAttemptAt) {
        return new Mail.Outgoing(
                letter(1), NOON.plus(HOLD_TIME), ADDRESS, false, attempts, "MAIL_SERVER_SLOW", lastAttemptAt, null);
    }
}
