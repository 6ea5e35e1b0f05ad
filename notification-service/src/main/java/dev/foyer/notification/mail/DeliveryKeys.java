package dev.foyer.notification.mail;

import dev.foyer.notification.contract.DeliveryKeysV2;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.JwkSet;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Our private keys of one moment: EC pairs, of which the first is the one that others seal to, while the rest open what
 * was sealed before. Old ones stay in the file until the last PIN sealed to them is past its hold time. RSA keys open
 * what was queued before 0.3, and nobody ever seals to one again. Immutable.
 */
public final class DeliveryKeys {

    private static final int FEWEST_BITS = 2048;

    private final EcKeySet pairs;
    private final Map<String, RsaJsonWebKey> rsa;
    private final List<String> ids;

    private DeliveryKeys(EcKeySet pairs, Map<String, RsaJsonWebKey> rsa, List<String> ids) {
        this.pairs = pairs;
        this.rsa = rsa;
        this.ids = ids;
    }

    /**
     * Reads a JWK set of private keys.
     *
     * @param origin where it comes from: the beginning of every sentence
     * @throws IllegalStateException with one sentence that says what is wrong, without the content
     */
    public static DeliveryKeys read(String jwkSet, String origin) {
        return read(jwkSet, origin, Optional.empty());
    }

    /**
     * The set that follows one that is in force. PINs were sealed to its first key a moment ago, so a set that cannot
     * open those is a mistake.
     *
     * @throws IllegalStateException one sentence
     */
    public static DeliveryKeys read(String jwkSet, String origin, Optional<DeliveryKeys> inForce) {
        List<JsonWebKey> ec = new ArrayList<>();
        Map<String, RsaJsonWebKey> rsa = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (JsonWebKey key : JwkSet.read(jwkSet, origin)) {
            ids.add(key.getKeyId());
            if (key instanceof RsaJsonWebKey old) {
                rsa.put(key.getKeyId(), checked(old, origin));
            } else {
                ec.add(key);
            }
        }
        if (ec.isEmpty() || !ids.getFirst().equals(ec.getFirst().getKeyId())) {
            throw new IllegalStateException(origin + " begins with the RSA key " + ids.getFirst()
                    + "; put a new EC key on the curve P-256 before it, and keep it for the hold time.");
        }
        EcKeySet pairs = EcKeySet.pairs(ec, origin, inForce.map(before -> before.pairs));
        return new DeliveryKeys(pairs, rsa, List.copyOf(ids));
    }

    private static RsaJsonWebKey checked(RsaJsonWebKey key, String origin) {
        if (key.getRsaPublicKey().getModulus().bitLength() < FEWEST_BITS || key.getRsaPrivateKey() == null) {
            throw new IllegalStateException(origin + " holds the RSA key " + key.getKeyId() + ", which has less than "
                    + FEWEST_BITS + " bits, or no private half.");
        }
        return key;
    }

    /** Those that open what is bound to its mail. */
    EcKeySet pairs() {
        return pairs;
    }

    /** The key that something was sealed to before 0.3. */
    Optional<PrivateKey> findRsa(String id) {
        return Optional.ofNullable(id).map(rsa::get).map(RsaJsonWebKey::getPrivateKey);
    }

    /** The name of the key that new PINs are sealed to. */
    public String currentId() {
        return pairs.currentId();
    }

    /** When the current one was made, if its file says so. */
    public Optional<Instant> currentMadeAt() {
        return pairs.currentMadeAt();
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return ids;
    }

    /** RFC 7638, of the current key's public half. */
    public String thumbprint() {
        return pairs.thumbprint();
    }

    /** What others may know of them. */
    public List<DeliveryKeysV2.Key> publicHalves() {
        return pairs.keys().stream().map(DeliveryKeys::publicHalf).toList();
    }

    /** The same, as it is published. */
    DeliveryKeysV2 publication(Instant at) {
        return new DeliveryKeysV2(publicHalves(), at);
    }

    private static DeliveryKeysV2.Key publicHalf(EllipticCurveJsonWebKey key) {
        Map<String, Object> params = key.toParams(OutputControlLevel.PUBLIC_ONLY);
        return DeliveryKeysV2.Key.ofCurve(
                key.getKeyId(), params.get("x").toString(), params.get("y").toString());
    }

    /** Names only. */
    @Override
    public String toString() {
        return "DeliveryKeys" + ids;
    }
}
