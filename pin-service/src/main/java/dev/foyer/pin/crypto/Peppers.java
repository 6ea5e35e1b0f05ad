package dev.foyer.pin.crypto;

import dev.foyer.service.keys.OctKeySet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/** The pepper keys of one moment: the first is the current one, the others still verify. Immutable. */
public final class Peppers {

    static final String ALGORITHM = "HmacSHA256";

    private final OctKeySet keys;

    private Peppers(OctKeySet keys) {
        this.keys = keys;
    }

    /**
     * @param origin where the set comes from, as messages say it
     * @throws IllegalStateException one sentence, when it is no set of named keys of 256 bits and more
     */
    public static Peppers read(String jwkSet, String origin) {
        return read(jwkSet, origin, Optional.empty());
    }

    /**
     * The set that follows one that is in force. PINs were made with its current key a moment ago, so a set without that
     * key is a mistake, and so is another key under a known name: both would end PINs that somebody has just been given.
     *
     * @throws IllegalStateException one sentence
     */
    public static Peppers read(String jwkSet, String origin, Optional<Peppers> inForce) {
        return new Peppers(OctKeySet.read(jwkSet, origin, inForce.map(before -> before.keys)));
    }

    /** The name of the key that makes new verifiers. */
    public String currentId() {
        return keys.currentId();
    }

    /** When the current one was made, if its file says so. */
    public Optional<Instant> currentMadeAt() {
        return keys.currentMadeAt();
    }

    /** All names, the current one first. */
    public List<String> ids() {
        return keys.ids();
    }

    SecretKey currentKey() {
        return keys.currentKey();
    }

    Optional<SecretKey> find(String id) {
        return keys.find(id);
    }

    /** Names only. */
    @Override
    public String toString() {
        return "Peppers" + keys.ids();
    }
}
