package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.json;
import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PinVerifier;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PIN is recognised without being kept, also after the pepper was rotated. */
@Tag("A6")
class PepperedVerifiersTest {

    private static final Pin PIN = new Pin("40813");

    private final JsonWebKey old = pepper("p1");
    private final JsonWebKey fresh = pepper("p2");

    @Test
    void onlyTheRightPinMatches() {
        PinVault vault = vault(old);
        PinVerifier verifier = vault.verifier(PIN);
        assertTrue(vault.matches(new Pin("40813"), verifier));
        assertFalse(vault.matches(new Pin("40814"), verifier));
        assertFalse(vault.matches(new Pin("040813"), verifier));
        assertFalse(vault.matches(new Pin("4081"), verifier));
    }

    @Test
    void samePinTwiceGivesTwoVerifiersWithSaltsOf256Bits() {
        PinVault vault = vault(old);
        PinVerifier one = vault.verifier(PIN);
        PinVerifier other = vault.verifier(PIN);
        assertNotEquals(one.salt(), other.salt());
        assertNotEquals(one.mac(), other.mac());
        assertEquals(32, Base64.getUrlDecoder().decode(one.salt()).length);
    }

    @Test
    void newVerifiersAreOfTheFirstKeyAndOldOnesStillMatchAfterRotation() {
        PinVerifier before = vault(old).verifier(PIN);
        PinVault rotated = vault(fresh, old);
        assertTrue(rotated.matches(PIN, before));
        assertFalse(rotated.matches(new Pin("40814"), before));
        assertEquals("p2", rotated.verifier(PIN).keyId());
    }

    @Test
    void aVerifierOfAKeyThatIsGoneMatchesNothingAndIsCounted() {
        PinVerifier before = vault(old).verifier(PIN);
        KeyedPinVault keyed = keyed(fresh);
        PinVault without = of(keyed, "contoso.com", "u-17");
        assertFalse(without.matches(PIN, before));
        assertEquals(1, keyed.unverifiable());
        assertTrue(without.matches(PIN, without.verifier(PIN)));
        assertEquals(1, keyed.unverifiable());
    }

    @Test
    void theNameOfTheKeyIsPartOfTheVerifier() {
        PinVerifier verifier = vault(old).verifier(PIN);
        assertFalse(vault(old).matches(PIN, new PinVerifier("gone", verifier.salt(), verifier.mac(), 2)));
    }

    @Test
    void withAnotherPepperOfTheSameNameNothingMatches() {
        PinVerifier before = vault(old).verifier(PIN);
        assertFalse(vault(pepper("p1")).matches(PIN, before));
    }

    @ParameterizedTest
    @CsvSource({"contoso.com, u-18", "fabrikam.com, u-17", "contoso.co, mu-17", "contoso.comu, -17", "u-17, contoso.com"
    })
    void copiedToAnotherUserItMatchesNothing(String tenant, String userId) {
        KeyedPinVault vault = keyed(old);
        PinVerifier amos = of(vault, "contoso.com", "u-17").verifier(PIN);
        assertTrue(of(vault, "contoso.com", "u-17").matches(PIN, amos));
        PinVault other = of(vault, tenant, userId);
        assertFalse(other.matches(PIN, amos));
        // Nor when somebody says that it is of before.
        assertFalse(other.matches(PIN, new PinVerifier(amos.keyId(), amos.salt(), amos.mac(), null)));
    }

    @Test
    void oneOfBeforeStillMatchesAndIsNotCurrent() throws GeneralSecurityException {
        PinVault vault = vault(old);
        byte[] salt = new byte[32];
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(old.getKey());
        mac.update(salt);
        PinVerifier before = new PinVerifier("p1", base64(salt), base64(mac.doFinal("40813".getBytes())), null);
        assertTrue(vault.matches(PIN, before));
        assertFalse(vault.isCurrent(before));
        assertTrue(vault.isCurrent(vault.verifier(PIN)));
        assertFalse(vault.matches(PIN, new PinVerifier("p1", before.salt(), before.mac(), PinVerifier.BOUND)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void aVerifierPrintsNeitherSaltNorMac() {
        PinVerifier verifier = vault(old).verifier(PIN);
        assertEquals("PinVerifier[p1]", verifier.toString());
    }

    @Test
    @Tag("C2")
    void conferenceIdsAreSevenDigitsThatNobodyCanForesee() {
        KeyedPinVault vault = keyed(old);
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String candidate = vault.candidate();
            assertTrue(candidate.matches("[1-9]\\d{6}"), candidate);
            drawn.add(candidate);
        }
        // Of 9 million, a thousand draws meet each other 0.06 times; ten times is no chance.
        assertTrue(drawn.size() > 990, () -> "only " + drawn.size() + " of 1000 differ");
    }

    private static PinVault vault(JsonWebKey... peppers) {
        return of(keyed(peppers), "contoso.com", "u-17");
    }

    private static PinVault of(KeyedPinVault vault, String tenant, String userId) {
        return vault.of(tenant, userId, "c-1");
    }

    private static KeyedPinVault keyed(JsonWebKey... peppers) {
        Peppers keys = Peppers.read(json(peppers), "test");
        return PinKeysResource.keyed(() -> keys);
    }
}
