package dev.foyer.service.calls;

import dev.foyer.service.keys.JwkSet;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/**
 * The gateway's current private key. Made once per file and not per request. Prints nothing of it.
 *
 * @param id by which services find the public half
 * @param madeAt when it was made, if its file says so
 */
public record SigningKey(String id, PrivateKey key, Optional<Instant> madeAt) {

    /** The curve, as a JWK names it. */
    static final String P_256 = "P-256";

    /**
     * @param text a JWK set of private P-256 keys; the first one signs, the others stand there for the way back
     * @param origin the beginning of every sentence
     * @throws IllegalStateException one sentence, without content
     */
    public static SigningKey read(String text, String origin) {
        List<JsonWebKey> keys = JwkSet.read(text, origin);
        return keys.stream().map(key -> of(key, origin)).toList().getFirst();
    }

    private static SigningKey of(JsonWebKey key, String origin) {
        if (key instanceof EllipticCurveJsonWebKey pair
                && P_256.equals(pair.getCurveName())
                && pair.getEcPrivateKey() != null) {
            return new SigningKey(pair.getKeyId(), pair.getEcPrivateKey(), JwkSet.madeAt(pair));
        }
        throw new IllegalStateException(
                origin + " holds the key " + key.getKeyId() + ", which is no private P-256 key.");
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
