package dev.foyer.pin.domain.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.pin.domain.user.Delivery;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.UserAnswer.PinIssued;
import dev.foyer.pin.domain.user.UserCommand.VerifyPin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PIN is, and that it never prints itself. */
class PinTest {

    @Test
    @Tag("A4")
    void everythingThatHoldsAPinPrintsTheMask() {
        Pin pin = new Pin("40813");
        var issued = new PinIssuer.Issued(pin, FakeVault.verifierOf("40813"), new SealedPin("jwe-40813"));
        var answer = new PinIssued(
                "4711007",
                "n-1",
                Optional.of(pin),
                Optional.of(new Delivery(new SealedPin("jwe-40813"), MailOptions.BY_TENANT, true, true)),
                null);
        assertEquals("***********", pin.toString());
        for (Object each :
                List.of(issued, answer, new VerifyPin("4711007", "call-1", new SpokenPin(pin.digits()), false))) {
            assertFalse(each.toString().contains("40813"), each.getClass().getSimpleName());
        }
    }

    @Test
    @Tag("A4")
    void theMaskHidesTheLength() {
        assertEquals(new Pin("4081").toString(), new Pin("408134081340").toString());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"408", "4081340813408", "4081a", " 4081", "-4081", "٤٠٨١٣", "４０８１３"})
    @Tag("A1")
    void onlyFourToTwelveAsciiDigitsAreAPinAndTheRefusalDoesNotRepeatThem(String text) {
        assertFalse(Pin.isPin(text));
        var thrown = assertThrows(IllegalArgumentException.class, () -> new Pin(text));
        assertEquals("A PIN is 4 to 12 digits.", thrown.getMessage());
    }

    @Test
    void equalDigitsAreEqualPins() {
        assertEquals(new Pin("40813"), new Pin("40813"));
        assertEquals(new Pin("40813").hashCode(), new Pin("40813").hashCode());
        assertNotEquals(new Pin("40813"), new Pin("40814"));
        assertNotEquals(new Pin("04081"), new Pin("4081"));
    }
}
