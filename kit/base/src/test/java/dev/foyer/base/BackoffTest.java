package dev.foyer.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = Backoff.between(Duration.ofMillis(100), Duration.ofMillis(700));

    @Test
    void waitsDoubleUpToTheLast() {
        List<Long> waits = IntStream.rangeClosed(1, 6)
                .mapToObj(failures -> BACKOFF.after(failures).toMillis())
                .toList();
        assertEquals(List.of(100L, 200L, 400L, 700L, 700L, 700L), waits);
    }

    @Test
    void theLastWaitStaysHoweverManyFail() {
        Backoff years = Backoff.between(Duration.ofNanos(1), Duration.ofDays(365));
        assertEquals(Duration.ofDays(365), years.after(Integer.MAX_VALUE));
    }

    @Test
    void jitterShortensByAtMostItsPart() {
        Backoff jittered = BACKOFF.withJitter(0.5);
        Duration wait = Duration.ofMillis(400);
        assertEquals(Duration.ofMillis(400), jittered.shortened(wait, 0));
        assertEquals(Duration.ofMillis(300), jittered.shortened(wait, 0.5));
        assertEquals(Duration.ofMillis(200), jittered.shortened(wait, 1));
    }

    @Test
    void waitsWithJitterDiffer() {
        List<Duration> waits = IntStream.range(0, 100)
                .mapToObj(again -> BACKOFF.withJitter(0.5).after(3))
                .toList();
        assertTrue(waits.stream().distinct().count() > 1, waits::toString);
        assertTrue(waits.stream().allMatch(wait -> wait.toMillis() >= 200 && wait.toMillis() <= 400), waits::toString);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S, 0", "PT-1S, PT1S, 0", "PT2S, PT1S, 0", "PT1S, PT2S, -0.1", "PT1S, PT2S, 1.1"})
    void whatDoesNotGrowIsRefused(Duration first, Duration last, double jitter) {
        assertThrows(IllegalArgumentException.class, () -> new Backoff(first, last, jitter));
    }
}
