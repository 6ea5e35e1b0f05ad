package dev.foyer.service.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads a JWK set (RFC 7517); any trouble is one sentence that names where it came from, never the content. */
public final class JwkSet {

    private JwkSet() {}

    /**
     * @param origin the beginning of every sentence, such as "The key file x (foyer.pepper-file)"
     * @return at least one key, each with a name of its own; the first one is the current one
     * @throws IllegalStateException one sentence
     */
    public static List<JsonWebKey> read(String text, String origin) {
        List<JsonWebKey> keys = parse(text, origin);
        if (keys.isEmpty()) {
            throw new IllegalStateException(origin + " holds no key.");
        }
        Set<String> names = new HashSet<>();
        for (JsonWebKey key : keys) {
            if (key.getKeyId() == null || key.getKeyId().isBlank()) {
                throw new IllegalStateException(origin + " holds a key without kid; give every key a name.");
            }
            if (!names.add(key.getKeyId())) {
                throw new IllegalStateException(
                        origin + " holds two keys with the kid " + key.getKeyId() + "; a kid names one.");
            }
        }
        return keys;
    }

    /** When that key was made, as its member {@code iat} says (seconds since the epoch); empty: nobody wrote it there. */
    public static Optional<Instant> madeAt(JsonWebKey key) {
        return Optional.ofNullable(key.getOtherParameterValue("iat", Object.class))
                .filter(Number.class::isInstance)
                .map(seconds -> Instant.ofEpochSecond(((Number) seconds).longValue()));
    }

    /**
     * Not by the library's own reader of sets: that one skips a key which it cannot read, so that another would become
     * the current one, and logs the whole set at level DEBUG.
     */
    private static List<JsonWebKey> parse(String text, String origin) {
        List<JsonWebKey> keys = new ArrayList<>();
        try {
            for (Object key : (List<?>) JsonUtil.parseJson(text).get("keys")) {
                keys.add(JsonWebKey.Factory.newJwk(asObject(key)));
            }
            return keys;
        } catch (JoseException | RuntimeException e) {
            // Without the cause: its message may quote the content.
            throw new IllegalStateException(origin + " is no JWK set.");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object key) {
        return (Map<String, Object>) key;
    }
}
