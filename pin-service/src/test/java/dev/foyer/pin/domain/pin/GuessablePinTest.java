package dev.foyer.pin.domain.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which PINs are never given out, reason by reason, and their neighbours that are. */
@Tag("A2")
class GuessablePinTest {

    private static final List<String> NOTHING_PERSONAL = List.of();

    @ParameterizedTest
    @ValueSource(strings = {"0000", "7777", "55555", "999999999999"})
    void allDigitsEqual(String digits) {
        assertTrue(refused(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234", "45678", "0123456789", "123456789012", "9876", "54321", "7890", "8901", "3210", "2109"})
    void straightRunsUpAndDownAndThroughZero(String digits) {
        assertTrue(refused(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1212", "474747", "47474747", "90909", "5858585"})
    void repeatedPairs(String digits) {
        assertTrue(refused(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"408408", "17391739", "5920859208", "284106284106", "284284284"})
    void repeatedHalvesAndThirds(String digits) {
        assertTrue(refused(digits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900", "1969", "2026", "2049", "2580", "1379", "90210", "147258", "11223344", "31415926"})
    void yearsAndWellKnownOnes(String digits) {
        assertTrue(refused(digits));
    }

    @ParameterizedTest
    @CsvSource({"1123,1123456", "23456,1123456", "6329,+441632960123", "0123,+441632960123", "44163296012,+441632960123"
    })
    void aStretchOfTheUsersOwnNumbers(String digits, String personal) {
        assertTrue(GuessablePin.refuses(new Pin(digits), policy(false), List.of("+390000", personal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7778",
                "1235",
                "1243",
                "12354",
                "9875",
                "1213",
                "47475",
                "474749",
                "408409",
                "1899",
                "2050",
                "2581",
                "90211",
                "19690",
                "12300321",
                "5920859209"
            })
    void nearMissesAreAllowed(String digits) {
        assertFalse(refused(digits));
    }

    @ParameterizedTest
    @CsvSource({"1324,1123456", "6330,+441632960123", "441632960124,+441632960123"})
    void digitsThatAreNoStretchOfThemAreAllowed(String digits, String personal) {
        assertFalse(GuessablePin.refuses(new Pin(digits), policy(false), List.of(personal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0479", "4779", "47990", "00479"})
    void phoneSafeRefusesLeadingZeroAndDoubledNeighbours(String digits) {
        assertTrue(GuessablePin.refuses(new Pin(digits), policy(true), NOTHING_PERSONAL));
        assertFalse(refused(digits), "without the setting it is a good PIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4079", "47097", "7470"})
    void phoneSafeAllowsZeroElsewhereAndDigitsThatComeBackLater(String digits) {
        assertFalse(GuessablePin.refuses(new Pin(digits), policy(true), NOTHING_PERSONAL));
    }

    /** The numbers that the decision record on guessable PINs states; whoever changes a reason changes them there. */
    @ParameterizedTest
    @CsvSource({"4, 9708, 6335", "5, 99871, 58944", "6, 998877, 530684"})
    void soManyPinsRemain(int length, int allowed, int phoneSafe) {
        assertEquals(allowed, remaining(length, false));
        assertEquals(phoneSafe, remaining(length, true));
    }

    @Test
    void moreThanAQuarterRemainsWhateverTheSetting() {
        for (int length = Pin.SHORTEST; length <= 6; length++) {
            assertTrue(remaining(length, true) > Math.pow(10, length) / 4);
        }
    }

    private static long remaining(int length, boolean phoneSafe) {
        return IntStream.range(0, (int) Math.pow(10, length))
                .mapToObj(number -> new Pin(String.format("%0" + length + "d", number)))
                .filter(pin -> !GuessablePin.refuses(pin, policy(phoneSafe), NOTHING_PERSONAL))
                .count();
    }

    private static boolean refused(String digits) {
        return GuessablePin.refuses(new Pin(digits), policy(false), NOTHING_PERSONAL);
    }

    private static PinPolicy policy(boolean phoneSafe) {
        return new PinPolicy(5, phoneSafe);
    }
}
