package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.json;
import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.publicJson;
import static dev.foyer.pin.crypto.KeyFiles.rsa;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.SealedPin;
import java.util.Optional;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sealed PIN is for notification-service alone. */
@Tag("A6")
class DeliverySealTest {

    private final RsaJsonWebKey current = rsa("d2", 2048);
    private final RsaJsonWebKey old = rsa("d1", 2048);
    private final Peppers peppers = Peppers.read(json(pepper("p1")), "test");
    private Optional<DeliverySeal> published = Optional.of(DeliverySeal.read(publicJson(current, old), "test"));
    private final PinVault vault = new KeyedPinVault(() -> peppers, () -> published);

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

    @Test
    void aNewKeyIsUsedFromTheMomentOnAtWhichItIsThere() throws JoseException {
        published = Optional.empty();
        assertFalse(vault.canSeal());
        published = Optional.of(DeliverySeal.read(publicJson(old), "test"));
        assertTrue(vault.canSeal());
        assertEquals("d1", keyId(vault.seal(new Pin("40813"))));
        published = Optional.of(DeliverySeal.read(publicJson(current, old), "test"));
        assertEquals("d2", keyId(vault.seal(new Pin("40813"))));
    }

    private static String keyId(SealedPin sealed) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(sealed.jwe());
        return jwe.getKeyIdHeaderValue();
    }
}
