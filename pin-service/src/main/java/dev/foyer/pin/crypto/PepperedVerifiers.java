package dev.foyer.pin.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.foyer.pin.domain.pin.Pin;
import dev.foyer.pin.domain.pin.PinVerifier;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/**
 * HMAC-SHA-256 over salt and digits under a pepper key. A slow hash would not help: a 5-digit space falls to any. The
 * pepper, the limits and the lockout protect (decision record {@code 2026-11-22-pin-verifier.md}). Thread-safe.
 */
final class PepperedVerifiers {

    static final String SETTING = "foyer.pepper-file";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecureRandom random;
    private final PinVerifier nobody;

    private PepperedVerifiers(Map<String, SecretKey> keys, String current, SecureRandom random) {
        this.keys = keys;
        this.current = current;
        this.random = random;
        this.nobody = of(new Pin("0000"));
    }

    /** @throws IllegalStateException one sentence, when the file is not a set of 256-bit keys */
    static PepperedVerifiers read(Path file, SecureRandom random) {
        List<JsonWebKey> read = KeyFile.read(file, SETTING);
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (JsonWebKey key : read) {
            if (!(key instanceof OctetSequenceJsonWebKey pepper) || pepper.getOctetSequence().length < BYTES) {
                throw new IllegalStateException("The key " + key.getKeyId() + " in " + file + " (" + SETTING
                        + ") is no oct key of at least 256 bits.");
            }
            keys.put(key.getKeyId(), new SecretKeySpec(pepper.getOctetSequence(), ALGORITHM));
        }
        return new PepperedVerifiers(keys, read.getFirst().getKeyId(), random);
    }

    PinVerifier of(Pin pin) {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return new PinVerifier(current, text(salt), text(mac(keys.get(current), salt, pin)));
    }

    boolean matches(Pin pin, PinVerifier verifier) {
        SecretKey key = keys.get(verifier.keyId());
        // An unknown key takes as long as a known one.
        byte[] mac = mac(key == null ? keys.get(current) : key, bytes(verifier.salt()), pin);
        return MessageDigest.isEqual(mac, bytes(verifier.mac())) && key != null;
    }

    void pretend(Pin pin) {
        matches(pin, nobody);
    }

    private static byte[] mac(SecretKey key, byte[] salt, Pin pin) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(salt);
            return mac.doFinal(pin.digits().getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
