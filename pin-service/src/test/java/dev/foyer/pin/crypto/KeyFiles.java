package dev.foyer.pin.crypto;

import dev.foyer.pin.PinKeysResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Key files as an operator may leave them, good and bad. */
final class KeyFiles {

    private KeyFiles() {}

    static JsonWebKey pepper(String keyId) {
        return pepper(keyId, 256);
    }

    static JsonWebKey pepper(String keyId, int bits) {
        return named(keyId, OctJwkGenerator.generateJwk(bits));
    }

    static RsaJsonWebKey rsa(String keyId, int bits) {
        try {
            return named(keyId, RsaJwkGenerator.generateJwk(bits));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static EllipticCurveJsonWebKey ec(String keyId) {
        return PinKeysResource.ec(keyId);
    }

    /** In a file, with all that the keys hold, secret or not. */
    static Path whole(JsonWebKey... keys) {
        return text(json(keys));
    }

    /** With all that the keys hold, secret or not. */
    static String json(JsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** Without the private halves. */
    static String publicJson(JsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static Path text(String content) {
        try {
            Path file = Files.createTempFile("foyer-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <K extends JsonWebKey> K named(String keyId, K key) {
        key.setKeyId(keyId);
        return key;
    }
}
