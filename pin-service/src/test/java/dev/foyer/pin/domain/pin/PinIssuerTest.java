package dev.foyer.pin.domain.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.pin.PinIssuer.Issued;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** It draws until a PIN has nothing against it. */
@Tag("A2")
class PinIssuerTest {

    private static final UUID MAIL = UUID.randomUUID();

    private static final PinPolicy FIVE = new PinPolicy(5, false);

    @Test
    void theFirstGoodDrawIsIssuedInAllItsForms() {
        FakeVault vault = FakeVault.drawing("40813", "29157");
        Issued issued = PinIssuer.issue(vault, FIVE, List.of(), Optional.empty(), MAIL);
        assertEquals("40813", issued.pin().digits());
        assertTrue(vault.matches(issued.pin(), issued.verifier()));
        assertEquals(new SealedPin("sealed"), issued.sealed());
        assertEquals(1, vault.undrawn());
    }

    @Test
    void guessableDrawsAreThrownAway() {
        assertEquals("40813", issued(FIVE, Optional.empty(), "11111", "12345", "47474", "90210", "40813"));
    }

    @Test
    void aStretchOfTheUsersOwnNumbersIsThrownAway() {
        FakeVault vault = FakeVault.drawing("71100", "32960", "40813");
        assertEquals(
                "40813",
                PinIssuer.issue(vault, FIVE, List.of("+441632960123", "4711007"), Optional.empty(), MAIL)
                        .pin()
                        .digits());
    }

    @Test
    void thePinThatItReplacesIsThrownAway() {
        assertEquals("29157", issued(FIVE, Optional.of(FakeVault.verifierOf("40813")), "40813", "40813", "29157"));
    }

    @Test
    void thePolicyDecidesLengthAndPhoneSafety() {
        assertEquals("40813408", issued(new PinPolicy(8, false), Optional.empty(), "40813408"));
        assertEquals("29157", issued(new PinPolicy(5, true), Optional.empty(), "04081", "44081", "29157"));
    }

    private static String issued(PinPolicy policy, Optional<PinVerifier> replaced, String... draws) {
        FakeVault vault = FakeVault.drawing(draws);
        String digits =
                PinIssuer.issue(vault, policy, List.of(), replaced, MAIL).pin().digits();
        assertEquals(0, vault.undrawn());
        return digits;
    }
}
