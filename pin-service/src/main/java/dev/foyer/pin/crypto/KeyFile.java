package dev.foyer.pin.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Reads a JWK set (RFC 7517) from a file; any trouble is one sentence that names the setting, never the content. */
final class KeyFile {

    private KeyFile() {}

    /** @return at least one key; the first one is the current one */
    static List<JsonWebKey> read(Path file, String setting) {
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
            if (keys.isEmpty()) {
                throw new IllegalStateException("The key file " + file + " (" + setting + ") holds no key.");
            }
            if (keys.stream().anyMatch(key -> key.getKeyId() == null)) {
                throw new IllegalStateException("Every key in " + file + " (" + setting + ") needs a kid.");
            }
            Set<String> names = new HashSet<>();
            for (JsonWebKey key : keys) {
                if (!names.add(key.getKeyId())) {
                    throw new IllegalStateException("Two keys in " + file + " (" + setting + ") have the kid "
                            + key.getKeyId() + "; a kid names one.");
                }
            }
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " (" + setting + ") cannot be read.");
        } catch (JoseException | ClassCastException e) {
            // The library casts what JSON gave it before it looks.
            throw new IllegalStateException("The key file " + file + " (" + setting + ") is no JWK set.");
        }
    }
}
