package dev.foyer.notification.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Our private keys, by key id. Old ones stay in the file until the last PIN sealed to them is past its hold time. */
public final class DeliveryKeys {

    private static final int FEWEST_BITS = 2048;

    private final Map<String, PrivateKey> byId;

    private DeliveryKeys(Map<String, PrivateKey> byId) {
        this.byId = Map.copyOf(byId);
    }

    /**
     * Reads a JWK set of private RSA keys.
     *
     * @throws IllegalArgumentException with one sentence that names the file and what is wrong with it
     */
    public static DeliveryKeys load(Path file) {
        Map<String, PrivateKey> keys = new HashMap<>();
        for (JsonWebKey key : parse(file).getJsonWebKeys()) {
            keys.put(idOf(key, file), privateKey(key, file));
        }
        if (keys.isEmpty()) {
            throw bad(file, "holds no key");
        }
        return new DeliveryKeys(keys);
    }

    /** The key that something was sealed to. */
    public Optional<PrivateKey> find(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    private static JsonWebKeySet parse(Path file) {
        try {
            return new JsonWebKeySet(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw bad(file, "does not exist");
        } catch (IOException e) {
            throw bad(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (JoseException e) {
            throw bad(file, "is not a JWK set"); // without the cause: its message may quote the file
        }
    }

    private static String idOf(JsonWebKey key, Path file) {
        if (key.getKeyId() == null || key.getKeyId().isBlank()) {
            throw bad(file, "holds a key without kid");
        }
        return key.getKeyId();
    }

    private static PrivateKey privateKey(JsonWebKey key, Path file) {
        if (!(key instanceof RsaJsonWebKey rsa)) {
            throw bad(file, "holds the key " + key.getKeyId() + ", which is not an RSA key");
        }
        if (rsa.getRsaPrivateKey() == null) {
            throw bad(file, "holds only the public half of the key " + key.getKeyId() + ", but mails need the private");
        }
        if (rsa.getRsaPublicKey().getModulus().bitLength() < FEWEST_BITS) {
            throw bad(file, "holds the key " + key.getKeyId() + " with less than " + FEWEST_BITS + " bits");
        }
        return rsa.getRsaPrivateKey();
    }

    private static IllegalArgumentException bad(Path file, String what) {
        return new IllegalArgumentException("The file of foyer.delivery-keys-file, " + file + ", " + what + ".");
    }
}
