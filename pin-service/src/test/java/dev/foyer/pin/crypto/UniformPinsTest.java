package dev.foyer.pin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.GuessablePin;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PINs of the real vault are spread evenly over all that are allowed. Pearson's chi-square with the Wilson-Hilferty
 * approximation; 6.4 standard deviations on either side are passed by chance less than once in a billion runs.
 */
@Tag("A2")
class UniformPinsTest {

    private static final int DRAWS = 400_000;
    private static final double DEVIATIONS = 6.4;
    private static final PinPolicy FOUR = new PinPolicy(4, false);

    private final KeyedPinVault vault =
            new KeyedPinVault(PinKeysResource.pepperFile(), PinKeysResource.deliveryKeysFile());

    @Test
    void everyAllowedPinIsAsLikelyAsEveryOther() {
        int[] counts = new int[10_000];
        int kept = 0;
        for (int i = 0; i < DRAWS; i++) {
            Pin pin = vault.draw(4);
            if (isAllowed(pin)) {
                counts[Integer.parseInt(pin.digits())]++;
                kept++;
            }
        }
        int[] allowed = IntStream.range(0, counts.length)
                .filter(number -> isAllowed(new Pin(String.format("%04d", number))))
                .map(number -> counts[number])
                .toArray();
        assertEquals(kept, Arrays.stream(allowed).sum());
        assertPlausible(allowed, kept);
    }

    @Test
    void everyDigitOfALongPinIsAsLikelyAsEveryOther() {
        int[][] counts = new int[Pin.LONGEST][10];
        for (int i = 0; i < DRAWS / 10; i++) {
            String digits = vault.draw(Pin.LONGEST).digits();
            for (int place = 0; place < Pin.LONGEST; place++) {
                counts[place][digits.charAt(place) - '0']++;
            }
        }
        for (int[] place : counts) {
            assertPlausible(place, DRAWS / 10);
        }
    }

    private static boolean isAllowed(Pin pin) {
        return !GuessablePin.refuses(pin, FOUR, List.of());
    }

    private static void assertPlausible(int[] counts, int draws) {
        double expected = (double) draws / counts.length;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        int freedom = counts.length - 1;
        String found = "chi-square " + chiSquare + " with " + freedom + " degrees of freedom";
        assertTrue(chiSquare < bound(freedom, DEVIATIONS), found);
        assertFalse(chiSquare < bound(freedom, -DEVIATIONS), found + ": too even to be random");
    }

    private static double bound(int freedom, double deviations) {
        double ninths = 2.0 / (9 * freedom);
        return freedom * Math.pow(Math.max(0, 1 - ninths + deviations * Math.sqrt(ninths)), 3);
    }
}
