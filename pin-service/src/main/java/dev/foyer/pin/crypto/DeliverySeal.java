package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import java.nio.file.Path;
import java.security.Key;
import java.util.List;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Seals a PIN to notification-service's public key; who only has the topic has nothing. Thread-safe. */
final class DeliverySeal {

    static final String SETTING = "foyer.delivery-keys-file";
    /** RFC 7518, 4.3: bits of a key for RSA-OAEP. */
    private static final int SMALLEST_KEY = 2048;

    private final Key key;
    private final String keyId;

    private DeliverySeal(Key key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /** @throws IllegalStateException one sentence, when the first key is no strong RSA key, or any key is private */
    static DeliverySeal read(Path file) {
        List<JsonWebKey> keys = KeyFile.read(file, SETTING);
        if (!(keys.getFirst() instanceof RsaJsonWebKey rsa)
                || rsa.getRsaPublicKey().getModulus().bitLength() < SMALLEST_KEY) {
            throw new IllegalStateException("The first key in " + file + " (" + SETTING + ") is no RSA key of "
                    + SMALLEST_KEY + " bits or more.");
        }
        if (keys.stream().anyMatch(DeliverySeal::isPrivate)) {
            throw new IllegalStateException("The file " + file + " (" + SETTING
                    + ") holds a private key; pin-service must only have notification-service's public one.");
        }
        return new DeliverySeal(rsa.getPublicKey(), rsa.getKeyId());
    }

    private static boolean isPrivate(JsonWebKey key) {
        return key instanceof PublicJsonWebKey pair && pair.getPrivateKey() != null;
    }

    SealedPin seal(Pin pin) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKeyIdHeaderValue(keyId);
            jwe.setKey(key);
            jwe.setPayload(pin.digits());
            return new SealedPin(jwe.getCompactSerialization());
        } catch (JoseException e) {
            // The cause is dropped on purpose: nothing that saw the payload gets into a log.
            throw new IllegalStateException("The PIN cannot be sealed with the key " + keyId);
        }
    }
}
