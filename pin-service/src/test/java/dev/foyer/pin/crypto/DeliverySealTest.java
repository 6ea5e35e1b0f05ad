package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.publicHalves;
import static dev.foyer.pin.crypto.KeyFiles.rsa;
import static dev.foyer.pin.crypto.KeyFiles.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.SealedPin;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sealed PIN is for notification-service alone. */
@Tag("A6")
class DeliverySealTest {

    private final RsaJsonWebKey current = rsa("d2", 2048);
    private final PinVault vault = new KeyedPinVault(whole(pepper("p1")), publicHalves(current, rsa("d1", 2048)));

    @Test
    void itIsSealedToTheFirstKeyInTheAgreedAlgorithms() throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(vault.seal(new Pin("40813")).jwe());
        jwe.setKey(current.getPrivateKey());
        assertEquals("40813", jwe.getPayload());
        assertEquals("d2", jwe.getKeyIdHeaderValue());
        assertEquals("RSA-OAEP-256", jwe.getAlgorithmHeaderValue());
        assertEquals("A256GCM", jwe.getEncryptionMethodHeaderParameter());
    }

    @Test
    void onePinSealedTwiceLooksDifferentAndPrintsNothing() {
        SealedPin one = vault.seal(new Pin("40813"));
        assertNotEquals(one.jwe(), vault.seal(new Pin("40813")).jwe());
        assertFalse(one.toString().contains(one.jwe()));
    }
}
