package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D7")
class LinkGuessesTest {

    private static final String SOURCE = "203.0.113.7";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-27T10:00:00Z");
    private final LinkGuesses guesses = new LinkGuesses(metrics, () -> now);

    @Test
    void someAreFreeThenEachCostsMoreUpToAQuarterOfAnHour() {
        miss(LinkGuesses.FREE);
        assertEquals(Optional.empty(), guesses.waitOf(SOURCE));
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            miss(1);
            assertEquals(Optional.of(Duration.ofSeconds(seconds)), guesses.waitOf(SOURCE));
            now = now.plusSeconds(seconds);
            assertEquals(Optional.empty(), guesses.waitOf(SOURCE));
        }
    }

    @Test
    void whoeverElseAsksWaitsForNothing() {
        miss(LinkGuesses.FREE + 5);
        assertEquals(Optional.empty(), guesses.waitOf("203.0.113.8"));
    }

    @Test
    void operatorsSeeIt() {
        miss(LinkGuesses.FREE + 1);
        guesses.waitOf(SOURCE);
        assertEquals(LinkGuesses.FREE + 1, count("missed"));
        assertEquals(1, count("refused"));
    }

    private void miss(int times) {
        for (int i = 0; i < times; i++) {
            guesses.missed(SOURCE);
        }
    }

    private double count(String outcome) {
        return metrics.counter("foyer.link.guesses", "outcome", outcome).count();
    }
}
