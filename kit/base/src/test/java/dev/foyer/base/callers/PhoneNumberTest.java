package dev.foyer.base.callers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a number. */
class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+390212345642, +39•••••••42",
        "390212345642, +39•••••••42",
        "tel:+39 02 1234-5642, +39•••••••42",
        "tel:+390212345642;ext=7, +39•••••••42",
        "00390212345642, +39•••••••42",
        "sip:+390212345642@gateway.example, +39•••••••42",
        "+٣٩٠٢١٢٣٤٥٦, +39•••••••56",
        "+393331234567, +39•••••••67",
        "+12065550100, +1•••••••00",
        "+358401234567, +358•••••••67",
    })
    void ofANumberCountryCodeAndTheLastTwoDigitsAreLeft(String said, String masked) {
        assertEquals(masked, PhoneNumber.of(said).masked());
    }

    @ParameterizedTest
    @CsvSource({"0212345642, •••••••42", "999999, •••••••99", "+2901234, •••••••34"})
    void withoutACountryCodeThatTellsLittleOnlyThese(String said, String masked) {
        assertEquals(masked, PhoneNumber.of(said).masked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "+39",
                "+3942",
                "anonymous",
                "sip:amos1234567@gateway.example",
                "amos@contoso.com",
                "+1800FLOWERS"
            })
    void ofAllElseNothing(String said) {
        assertEquals("•••••••", PhoneNumber.of(said).masked());
    }

    @Test
    void theLengthIsHiddenToo() {
        assertEquals(
                PhoneNumber.of("+390212345642").masked(),
                PhoneNumber.of("+39021234567842").masked());
    }

    @Test
    @Tag("C4")
    void howeverItIsWrittenItIsTheSameNumber() {
        for (String said : new String[] {"+390212345642", "390212345642", "TEL:+39 02 123 456 42", "+39-02-12345642"}) {
            assertEquals(Optional.of("+390212345642"), PhoneNumber.of(said).e164());
        }
        assertEquals(Optional.empty(), PhoneNumber.of("0212345642").e164());
    }

    @Test
    @Tag("E5")
    void anIdThatIsMadeOfTheNumberIsSeen() {
        PhoneNumber number = PhoneNumber.of("+390212345642");
        assertTrue(number.isIn("390212345642-1"));
        assertTrue(number.isIn("sip:0212345642@gateway"));
        assertFalse(number.isIn("5f3c1a52-9d0e-4b7e-8b7a-0b1f3f1f4c42"));
        assertFalse(PhoneNumber.of("42").isIn("call-42"));
        assertFalse(PhoneNumber.of("").isIn("call-42"));
    }
}
