package dev.foyer.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A key pair as pin-service and we share it, and the sealing that pin-service does. */
public final class TestKeys {

    public static final RsaJsonWebKey KEY = make("d-test", 2048);

    private TestKeys() {}

    static RsaJsonWebKey make(String kid, int bits) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK set of private keys in a file of its own. */
    public static Path file(RsaJsonWebKey... keys) {
        try {
            Path file = Files.createTempFile("delivery-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(RsaJsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    public static String seal(String pin) {
        return seal(pin, KEY);
    }

    static String seal(String pin, RsaJsonWebKey key) {
        return seal(pin, key, "RSA-OAEP-256", "A256GCM");
    }

    static String seal(String pin, RsaJsonWebKey key, String algorithm, String encryption) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(algorithm);
            jwe.setEncryptionMethodHeaderParameter(encryption);
            jwe.setKeyIdHeaderValue(key.getKeyId());
            jwe.setKey(key.getPublicKey());
            jwe.setPayload(pin);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
