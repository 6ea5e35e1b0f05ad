package dev.foyer.service.keys;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;

/**
 * Named keys on the curve P-256 of one moment, either all pairs or all public halves: the first is the current one, the
 * others still verify or open. Immutable.
 */
public final class EcKeySet {

    private static final String CURVE = "P-256";

    private final Map<String, EllipticCurveJsonWebKey> byId;

    private EcKeySet(Map<String, EllipticCurveJsonWebKey> byId) {
        this.byId = byId;
    }

    /**
     * Public halves. The whole set is refused when one is no such key: whoever hands out a private one has made a mistake
     * that must not go unseen.
     *
     * @param origin where the set comes from: the beginning of every sentence
     * @throws IllegalStateException one sentence, without content
     */
    public static EcKeySet publicHalves(String jwkSet, String origin) {
        EcKeySet read = read(JwkSet.read(jwkSet, origin), origin);
        read.byId.forEach((id, key) -> {
            if (key.getPrivateKey() != null) {
                throw new IllegalStateException(
                        origin + " holds the private half of the key " + id + "; here only public ones may be.");
            }
        });
        return read;
    }

    /**
     * Pairs.
     *
     * @param inForce the set that this one follows: what was made with its current key a moment ago is still under way,
     *     so a set without that key is a mistake, and so is another key under a known name
     * @throws IllegalStateException one sentence, without content
     */
    public static EcKeySet pairs(String jwkSet, String origin, Optional<EcKeySet> inForce) {
        return pairs(JwkSet.read(jwkSet, origin), origin, inForce);
    }

    /** The same, of keys that were read before. */
    public static EcKeySet pairs(List<JsonWebKey> keys, String origin, Optional<EcKeySet> inForce) {
        EcKeySet read = read(keys, origin);
        read.byId.forEach((id, key) -> {
            if (key.getPrivateKey() == null) {
                throw new IllegalStateException(
                        origin + " holds only the public half of the key " + id + ", but the private one is needed.");
            }
        });
        inForce.ifPresent(before -> before.mayBeFollowedBy(read, origin));
        return read;
    }

    private static EcKeySet read(List<JsonWebKey> keys, String origin) {
        Map<String, EllipticCurveJsonWebKey> byId = new LinkedHashMap<>();
        for (JsonWebKey key : keys) {
            if (!(key instanceof EllipticCurveJsonWebKey ec) || !CURVE.equals(ec.getCurveName())) {
                throw new IllegalStateException(
                        origin + " holds the key " + key.getKeyId() + ", which is no EC key on the curve P-256.");
            }
            byId.put(key.getKeyId(), ec);
        }
        return new EcKeySet(byId);
    }

    private void mayBeFollowedBy(EcKeySet next, String origin) {
        if (!next.byId.containsKey(currentId())) {
            throw new IllegalStateException(origin + " lacks the key " + currentId()
                    + ", which is the current one; move another key before it first and remove it later.");
        }
        byId.forEach((id, key) -> {
            EllipticCurveJsonWebKey same = next.byId.get(id);
            if (same != null && !same.getECPublicKey().equals(key.getECPublicKey())) {
                throw new IllegalStateException(
                        origin + " has another key under the kid " + id + "; give the new key a new kid.");
            }
        });
    }

    /** The name of the key that is used for new things. */
    public String currentId() {
        return ids().getFirst();
    }

    /** When the current one was made, if its file says so. */
    public Optional<Instant> currentMadeAt() {
        return JwkSet.madeAt(current());
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** RFC 7638, of the current key: what people compare. */
    public String thumbprint() {
        return current().calculateBase64urlEncodedThumbprint("SHA-256");
    }

    /** The keys themselves, the current one first; for the few lines that publish their public halves. */
    public List<EllipticCurveJsonWebKey> keys() {
        return List.copyOf(byId.values());
    }

    EllipticCurveJsonWebKey current() {
        return byId.values().iterator().next();
    }

    Optional<EllipticCurveJsonWebKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<PrivateKey> findPrivate(String id) {
        return find(id).map(EllipticCurveJsonWebKey::getPrivateKey);
    }

    /** Names only. */
    @Override
    public String toString() {
        return "EcKeySet" + byId.keySet();
    }
}
