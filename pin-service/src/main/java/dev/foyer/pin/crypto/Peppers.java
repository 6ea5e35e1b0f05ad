package dev.foyer.pin.crypto;

import dev.foyer.service.keys.JwkSet;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/** The pepper keys of one moment: the first is the current one, the others still verify. Immutable. */
public final class Peppers {

    static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 32;

    private final Map<String, SecretKey> byId;
    private final String current;

    private Peppers(Map<String, SecretKey> byId, String current) {
        this.byId = byId;
        this.current = current;
    }

    /**
     * @param origin where the set comes from, as messages say it
     * @throws IllegalStateException one sentence, when it is no set of named keys of 256 bits and more
     */
    public static Peppers read(String jwkSet, String origin) {
        List<JsonWebKey> read = JwkSet.read(jwkSet, origin);
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (JsonWebKey key : read) {
            if (!(key instanceof OctetSequenceJsonWebKey pepper) || pepper.getOctetSequence().length < FEWEST_BYTES) {
                throw new IllegalStateException(
                        origin + " holds the key " + key.getKeyId() + ", which is no oct key of at least 256 bits.");
            }
            keys.put(key.getKeyId(), new SecretKeySpec(pepper.getOctetSequence(), ALGORITHM));
        }
        return new Peppers(keys, read.getFirst().getKeyId());
    }

    /**
     * The set that follows one that is in force. PINs were made with its current key a moment ago, so a set without that
     * key is a mistake, and so is another key under a known name: both would end PINs that somebody has just been given.
     *
     * @throws IllegalStateException one sentence
     */
    public static Peppers read(String jwkSet, String origin, Optional<Peppers> inForce) {
        Peppers next = read(jwkSet, origin);
        inForce.ifPresent(before -> before.mayBeFollowedBy(next, origin));
        return next;
    }

    private void mayBeFollowedBy(Peppers next, String origin) {
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

    /** The name of the key that makes new verifiers. */
    public String currentId() {
        return current;
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    SecretKey currentKey() {
        return byId.get(current);
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Names only. */
    @Override
    public String toString() {
        return "Peppers" + byId.keySet();
    }
}
