package dev.foyer.pin.crypto;

import static dev.foyer.pin.crypto.KeyFiles.ec;
import static dev.foyer.pin.crypto.KeyFiles.json;
import static dev.foyer.pin.crypto.KeyFiles.pepper;
import static dev.foyer.pin.crypto.KeyFiles.publicJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.SealedPin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sealed PIN is for notification-service alone, and says for which mail. */
@Tag("A6")
class DeliverySealTest {

    private static final UUID MAIL = UUID.fromString("0b0f3a52-9a3c-4f3c-8d2c-5f2f0a9b6b11");

    private final EllipticCurveJsonWebKey current = ec("d2");
    private final EllipticCurveJsonWebKey old = ec("d1");
    private final Peppers peppers = Peppers.read(json(pepper("p1")), "test");
    private Optional<DeliverySeal> published = Optional.of(DeliverySeal.read(publicJson(current, old), "test"));
    private final PinVault vault = new KeyedPinVault(() -> peppers, () -> published, () -> PinKeysResource.pairs(old))
            .of("contoso.com", "u-17", "c-1");

    @Test
    void itIsSealedToTheFirstKeyInTheAgreedAlgorithms() throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(vault.seal(new Pin("40813"), MAIL).jwe());
        jwe.setKey(current.getPrivateKey());
        assertEquals("40813", jwe.getPayload());
        assertEquals("d2", jwe.getKeyIdHeaderValue());
        assertEquals("ECDH-ES", jwe.getAlgorithmHeaderValue());
        assertEquals("A256GCM", jwe.getEncryptionMethodHeaderParameter());
    }

    @Test
    @Tag("case-S1b")
    void itsProtectedHeaderSaysForWhom() throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(vault.seal(new Pin("40813"), MAIL).jwe());
        assertEquals("foyer.pin.delivery", jwe.getHeader("purpose"));
        assertEquals(
                Map.of("tenant", "contoso.com", "userId", "u-17", "notificationId", MAIL.toString()),
                jwe.getHeaders().getObjectHeaderValue("for"));
    }

    @Test
    void onePinSealedTwiceLooksDifferentAndPrintsNothing() {
        SealedPin one = vault.seal(new Pin("40813"), MAIL);
        assertNotEquals(one.jwe(), vault.seal(new Pin("40813"), MAIL).jwe());
        assertFalse(one.toString().contains(one.jwe()));
    }

    @Test
    void aNewKeyIsUsedFromTheMomentOnAtWhichItIsThere() throws JoseException {
        published = Optional.empty();
        assertFalse(vault.canSeal());
        published = Optional.of(DeliverySeal.read(publicJson(old), "test"));
        assertTrue(vault.canSeal());
        assertEquals("d1", keyId(vault.seal(new Pin("40813"), MAIL)));
        published = Optional.of(DeliverySeal.read(publicJson(current, old), "test"));
        assertEquals("d2", keyId(vault.seal(new Pin("40813"), MAIL)));
    }

    private static String keyId(SealedPin sealed) throws JoseException {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setCompactSerialization(sealed.jwe());
        return jwe.getKeyIdHeaderValue();
    }
}
