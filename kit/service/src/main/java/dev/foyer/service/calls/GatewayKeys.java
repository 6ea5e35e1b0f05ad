package dev.foyer.service.calls;

import dev.foyer.service.keys.JwkSet;
import java.security.Key;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/** The public keys that a gateway may sign with, by their ids. Made once per file and not per request. */
public final class GatewayKeys {

    private final Map<String, Key> keys;

    private GatewayKeys(Map<String, Key> keys) {
        this.keys = keys;
    }

    /**
     * @param text a JWK set of public P-256 keys
     * @param origin the beginning of every sentence
     * @throws IllegalStateException one sentence, without content
     */
    public static GatewayKeys read(String text, String origin) {
        return new GatewayKeys(JwkSet.read(text, origin).stream()
                .collect(Collectors.toUnmodifiableMap(JsonWebKey::getKeyId, key -> of(key, origin))));
    }

    private static Key of(JsonWebKey key, String origin) {
        if (!(key instanceof EllipticCurveJsonWebKey half) || !SigningKey.P_256.equals(half.getCurveName())) {
            throw new IllegalStateException(origin + " holds the key " + key.getKeyId() + ", which is no P-256 key.");
        }
        if (half.getPrivateKey() != null) {
            throw new IllegalStateException(origin + " holds the private half of " + key.getKeyId()
                    + ", with which a service could sign for the gateway; give it the public half only.");
        }
        return half.getECPublicKey();
    }

    Optional<Key> byId(String id) {
        return Optional.ofNullable(id).map(keys::get);
    }
}
