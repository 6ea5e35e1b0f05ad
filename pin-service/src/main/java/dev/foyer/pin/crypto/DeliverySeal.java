package dev.foyer.pin.crypto;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.service.keys.JwkSet;
import java.util.List;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Seals a PIN to notification-service's public key; who only has the topic has nothing. Immutable. */
public final class DeliverySeal {

    /** RFC 7518, 4.3: bits of a key for RSA-OAEP. */
    private static final int FEWEST_BITS = 2048;

    private final RsaJsonWebKey key;

    private DeliverySeal(RsaJsonWebKey key) {
        this.key = key;
    }

    /**
     * Takes the first key of a set that notification-service published. The whole set is refused when one key is not
     * what it should be: whoever publishes a private key has made a mistake that must not go unseen.
     *
     * @param origin where the set comes from, as messages say it
     * @throws IllegalStateException one sentence
     */
    public static DeliverySeal read(String jwkSet, String origin) {
        List<JsonWebKey> keys = JwkSet.read(jwkSet, origin);
        for (JsonWebKey key : keys) {
            if (key instanceof PublicJsonWebKey pair && pair.getPrivateKey() != null) {
                throw new IllegalStateException(origin + " holds the private half of the key " + key.getKeyId()
                        + "; pin-service must only get public ones.");
            }
            if (!(key instanceof RsaJsonWebKey rsa)
                    || rsa.getRsaPublicKey().getModulus().bitLength() < FEWEST_BITS) {
                throw new IllegalStateException(origin + " holds the key " + key.getKeyId()
                        + ", which is no RSA key of " + FEWEST_BITS + " bits or more.");
            }
        }
        return new DeliverySeal((RsaJsonWebKey) keys.getFirst());
    }

    public String keyId() {
        return key.getKeyId();
    }

    /** RFC 7638, to compare with what notification-service says of its own key. */
    public String thumbprint() {
        return key.calculateBase64urlEncodedThumbprint("SHA-256");
    }

    SealedPin seal(Pin pin) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
            jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
            jwe.setKeyIdHeaderValue(keyId());
            jwe.setKey(key.getPublicKey());
            jwe.setPayload(pin.digits());
            return new SealedPin(jwe.getCompactSerialization());
        } catch (JoseException e) {
            // The cause is dropped on purpose: nothing that saw the payload gets into a log.
            throw new IllegalStateException("The PIN cannot be sealed with the key " + keyId());
        }
    }
}
