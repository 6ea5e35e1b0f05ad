package dev.foyer.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D6")
class MailRateTest {

    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void everybodyGetsAMomentAndKeepsItUntilItIsUsed() {
        MailRate rate = new MailRate(OptionalInt.of(6), () -> now);
        assertEquals(Duration.ZERO, rate.left("u-1"));
        assertEquals(Duration.ofSeconds(10), rate.left("u-2"));
        assertEquals(Duration.ofSeconds(20), rate.left("u-3"));
        assertEquals(Duration.ofSeconds(10), rate.left("u-2"), "however often it asks");
        rate.over("u-1");
        assertEquals(Duration.ofSeconds(30), rate.left("u-1"), "the next one");
        now = now.plusSeconds(60);
        assertEquals(Duration.ZERO, rate.left("u-4"), "nothing is saved up");
        assertEquals(Duration.ofSeconds(10), rate.left("u-5"));
    }

    /** The server was away for two minutes, and nobody was asked for. */
    @Test
    void momentsThatPassedUnusedAreGone() {
        MailRate rate = new MailRate(OptionalInt.of(6), () -> now);
        for (int i = 0; i < 12; i++) {
            assertEquals(Duration.ofSeconds(10L * i), rate.left("u-" + i));
        }
        now = now.plusSeconds(180);
        for (int i = 0; i < 12; i++) {
            assertEquals(Duration.ofSeconds(10L * i), rate.left("u-" + i), "not all at once");
        }
        now = now.plusMillis(10_500);
        assertEquals(Duration.ofMillis(-500), rate.left("u-1"), "a little late is in time");
    }

    @Test
    void withoutALimitNobodyWaits() {
        MailRate rate = new MailRate(OptionalInt.empty(), () -> now);
        for (int i = 0; i < 100; i++) {
            assertEquals(Duration.ZERO, rate.left("u-" + i));
        }
    }

    @Test
    void noLimitIsNotZero() {
        assertThrows(IllegalArgumentException.class, () -> new MailRate(OptionalInt.of(0), () -> now));
    }
}
