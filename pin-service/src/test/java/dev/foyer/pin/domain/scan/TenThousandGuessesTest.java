package dev.foyer.pin.domain.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand guesses from one number against a tenant of 100,000 conference IDs of 7 digits: without limits chance finds
 * 111 of them. Seeded; the seed is in each message.
 */
@Tag("G2")
@Tag("case-S7")
class TenThousandGuessesTest {

    private static final int GUESSES = 10_000;
    private static final int USERS = 100_000;
    private static final int IDS = 9_000_000;
    private static final double CHANCE = (double) USERS / IDS;

    @Test
    void aScannerLooksUpAFewDozenAndFindsWhatChanceFindsInThem() {
        int lookedUp = 0;
        int found = 0;
        int scanners = 50;
        for (long seed = 1; seed <= scanners; seed++) {
            Scan scan = scan(seed, Duration.ofSeconds(1));
            assertTrue(scan.lookedUp < 60, scan.lookedUp + " of 10,000 were looked up, seed " + seed);
            lookedUp += scan.lookedUp;
            found += scan.found;
        }
        // Four deviations of a binomial above what chance finds in the guesses that were looked up.
        double expected = lookedUp * CHANCE;
        assertTrue(
                found <= expected + 4 * Math.sqrt(expected + 1),
                found + " found by " + scanners + " scanners in " + lookedUp + " looks; chance finds " + expected);
        assertTrue(found < scanners, "each finds less than one of the 111 that were there to find: " + found);
    }

    @Test
    void aMonthOfGuessingIsFewerThan170ADay() {
        for (long seed = 1; seed <= 5; seed++) {
            Scan scan = scan(seed, Duration.ofDays(30).dividedBy(GUESSES));
            assertTrue(scan.lookedUp < 170 * 30, scan.lookedUp + " in 30 days, seed " + seed);
        }
    }

    /** Somebody at another number, meanwhile: dials right once a minute, and wrong once an hour. */
    @Test
    void anHonestCallerIsNeverRefused() {
        Source honest = new Source(SourceKind.NUMBER);
        int refused = 0;
        for (int minute = 0; minute < GUESSES; minute++) {
            honest.after(Duration.ofMinutes(1));
            refused += honest.looksUp() && honest.compares() ? 0 : 1;
            if (minute % 60 == 0) {
                honest.unknownId();
                honest.wrongPin("own");
            } else {
                honest.right();
            }
        }
        assertEquals(0, refused);
    }

    private record Scan(int lookedUp, int found) {}

    private static Scan scan(long seed, Duration pause) {
        Random random = new Random(seed);
        Set<Integer> existing = new HashSet<>();
        while (existing.size() < USERS) {
            existing.add(random.nextInt(IDS));
        }
        Source scanner = new Source(SourceKind.NUMBER);
        int lookedUp = 0;
        int found = 0;
        for (int i = 0; i < GUESSES; i++) {
            int guess = random.nextInt(IDS);
            if (scanner.looksUp()) {
                lookedUp++;
                if (existing.contains(guess)) {
                    found++;
                    scanner.right();
                } else {
                    scanner.unknownId();
                }
            }
            scanner.after(pause);
        }
        return new Scan(lookedUp, found);
    }
}
