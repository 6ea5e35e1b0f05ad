package dev.foyer.service.keys;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/** Named secret keys of one moment, for HMAC with SHA-256: the first is the current one, the others still verify. Immutable. */
public final class OctKeySet {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 32;

    private final Map<String, SecretKey> byId;
    private final String current;
    private final Optional<Instant> currentMadeAt;

    private OctKeySet(Map<String, SecretKey> byId, JsonWebKey current) {
        this.byId = byId;
        this.current = current.getKeyId();
        this.currentMadeAt = JwkSet.madeAt(current);
    }

    /**
     * @param origin where the set comes from, as messages say it
     * @param inForce the set that this one follows: what was made with its current key a moment ago still counts, so a set
     *     without that key is a mistake, and so is another key under a known name
     * @throws IllegalStateException one sentence, when it is no set of named keys of 256 bits and more, or may not follow
     */
    public static OctKeySet read(String jwkSet, String origin, Optional<OctKeySet> inForce) {
        List<JsonWebKey> read = JwkSet.read(jwkSet, origin);
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (JsonWebKey key : read) {
            if (!(key instanceof OctetSequenceJsonWebKey secret) || secret.getOctetSequence().length < FEWEST_BYTES) {
                throw new IllegalStateException(
                        origin + " holds the key " + key.getKeyId() + ", which is no oct key of at least 256 bits.");
            }
            keys.put(key.getKeyId(), new SecretKeySpec(secret.getOctetSequence(), ALGORITHM));
        }
        OctKeySet next = new OctKeySet(keys, read.getFirst());
        inForce.ifPresent(before -> before.mayBeFollowedBy(next, origin));
        return next;
    }

    private void mayBeFollowedBy(OctKeySet next, String origin) {
        if (!next.byId.containsKey(current)) {
            throw new IllegalStateException(origin + " lacks the key " + current
                    + ", which is the current one; move another key before it first and remove it later.");
        }
        byId.forEach((id, key) -> {
            SecretKey same = next.byId.get(id);
            if (same != null && !MessageDigest.isEqual(key.getEncoded(), same.getEncoded())) {
                throw new IllegalStateException(
                        origin + " has another key under the kid " + id + "; give the new key a new kid.");
            }
        });
    }

    /** The name of the key that is used for new things. */
    public String currentId() {
        return current;
    }

    /** When the current one was made, if its file says so. */
    public Optional<Instant> currentMadeAt() {
        return currentMadeAt;
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public SecretKey currentKey() {
        return byId.get(current);
    }

    public Optional<SecretKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Names only. */
    @Override
    public String toString() {
        return "OctKeySet" + byId.keySet();
    }
}
