package dev.foyer.pin.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.OpenedPin;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SpokenPin;
import dev.foyer.service.keys.BoundSeal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says opens for the one verification that it was sealed for. */
@Tag("A6")
class SpokenPinTest {

    private static final Map<String, String> THIS = Map.of(
            "tenant",
            "contoso.com",
            "userId",
            "u-17",
            "conferenceId",
            "4711007",
            "callId",
            "call-1",
            "commandId",
            "c-1");

    @Test
    void itOpensForThisOne() {
        assertEquals(new OpenedPin.Clear(new Pin("40813")), open(PinKeysResource.spoken("40813", THIS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "userId", "conferenceId", "callId", "commandId"})
    void itOpensForNothingElse(String name) {
        Map<String, String> other = new HashMap<>(THIS);
        other.put(name, "another");
        assertEquals(new OpenedPin.NotForThis(), open(PinKeysResource.spoken("40813", other)));
        other.remove(name);
        assertEquals(new OpenedPin.NotForThis(), open(PinKeysResource.spoken("40813", other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zero", "123", "1234567890123", "40813 ", "٤٠٨١٣"})
    void whatIsNoPinIsNone(String said) {
        assertEquals(new OpenedPin.NotForThis(), open(PinKeysResource.spoken(said, THIS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40813", "", "a.b.c.d.e", "eyJhbGciOiJkaXIifQ.a.b.c.d"})
    void whatIsNoSealIsNone(String sealed) {
        assertFalse(open(sealed) instanceof OpenedPin.Clear);
    }

    @Test
    void aDeliverysSealIsNone() {
        var deliveries = new BoundSeal("foyer.pin.delivery", () -> PinKeysResource.pairs(PinKeysResource.ec("v1")));
        assertEquals(new OpenedPin.NotForThis(), open(deliveries.seal("40813", THIS)));
    }

    @Test
    void aKeyThatIsMissingMayComeLater() {
        var next = new BoundSeal("foyer.pin.verification", () -> PinKeysResource.pairs(PinKeysResource.ec("v2")));
        assertEquals(new OpenedPin.KeyIsMissing(), open(next.seal("40813", THIS)));
    }

    private static OpenedPin open(String sealed) {
        return PinKeysResource.keyed()
                .of("contoso.com", "u-17", "c-1")
                .open(new SpokenPin(sealed), "4711007", "call-1");
    }
}
