package dev.foyer.pin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.DrawingVault;
import dev.foyer.pin.domain.pin.GuessablePin;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinIssuer;
import dev.foyer.pin.domain.pin.PinPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PINs that are issued with digits of the real vault are spread evenly over all that are allowed. Pearson's chi-square
 * with the Wilson-Hilferty approximation; each bound is 6.4 standard deviations away, which chance passes about once in
 * ten billion runs of a test, and a dozen bounds are tested. At least 40 PINs are expected of each value, so that the
 * approximation holds.
 */
@Tag("A2")
class UniformPinsTest {

    private static final int ISSUED = 400_000;
    private static final double DEVIATIONS = 6.4;

    private final IntFunction<Pin> real = PinKeysResource.vault()::draw;

    @ParameterizedTest(name = "phone-safe: {0}")
    @ValueSource(booleans = {false, true})
    void everyAllowedPinIsIssuedAsOftenAsEveryOther(boolean phoneSafe) {
        PinPolicy policy = new PinPolicy(4, phoneSafe);
        int[] counts = new int[10_000];
        for (int i = 0; i < ISSUED; i++) {
            counts[Integer.parseInt(issue(real, policy).digits())]++;
        }
        int[] allowed = IntStream.range(0, counts.length)
                .filter(number -> !GuessablePin.refuses(new Pin("%04d".formatted(number)), policy, List.of()))
                .map(number -> counts[number])
                .toArray();
        assertEquals(ISSUED, Arrays.stream(allowed).sum(), "a refused PIN was issued");
        assertPlausible(allowed);
    }

    @Test
    void everyDigitOfALongPinIsAsLikelyAsEveryOtherInEveryPlace() {
        for (int[] place : digitsByPlace(real)) {
            assertPlausible(place);
        }
        assertPlausible(allPlaces(digitsByPlace(real)));
    }

    /** What this test is for: the classic mistake, the rest of a random byte, which favours 0 to 5 by a twenty-fifth. */
    @Test
    void theRestOfARandomByteIsFoundToBeUneven() {
        Random bytes = new Random(4711);
        IntFunction<Pin> uneven = length -> new Pin(IntStream.range(0, length)
                .mapToObj(place -> Integer.toString(bytes.nextInt(256) % 10))
                .reduce("", String::concat));
        int[] counts = allPlaces(digitsByPlace(uneven));
        assertTrue(chiSquare(counts) > bound(counts.length - 1, DEVIATIONS), "an uneven source passes");
    }

    private static Pin issue(IntFunction<Pin> source, PinPolicy policy) {
        return PinIssuer.issue(new DrawingVault(source), policy, List.of(), Optional.empty(), UUID.randomUUID())
                .pin();
    }

    private static int[][] digitsByPlace(IntFunction<Pin> source) {
        int[][] counts = new int[Pin.LONGEST][10];
        for (int i = 0; i < ISSUED / 10; i++) {
            String digits = source.apply(Pin.LONGEST).digits();
            for (int place = 0; place < Pin.LONGEST; place++) {
                counts[place][digits.charAt(place) - '0']++;
            }
        }
        return counts;
    }

    private static int[] allPlaces(int[][] byPlace) {
        return IntStream.range(0, 10)
                .map(digit ->
                        Arrays.stream(byPlace).mapToInt(place -> place[digit]).sum())
                .toArray();
    }

    private static void assertPlausible(int[] counts) {
        double chiSquare = chiSquare(counts);
        int freedom = counts.length - 1;
        String found = "chi-square " + chiSquare + " with " + freedom + " degrees of freedom";
        assertTrue(chiSquare < bound(freedom, DEVIATIONS), found);
        assertFalse(chiSquare < bound(freedom, -DEVIATIONS), found + ": too even to be random");
    }

    private static double chiSquare(int[] counts) {
        double expected = (double) Arrays.stream(counts).sum() / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    private static double bound(int freedom, double deviations) {
        double ninths = 2.0 / (9 * freedom);
        return freedom * Math.pow(Math.max(0, 1 - ninths + deviations * Math.sqrt(ninths)), 3);
    }
}
