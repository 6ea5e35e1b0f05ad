package dev.foyer.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** pin-service's key of these tests, to which the gateway seals what callers say. */
public final class PinVerificationKey {

    private static final EllipticCurveJsonWebKey PAIR = make("v1");

    private PinVerificationKey() {}

    /** A JWK set with the public half, in a file of its own. */
    public static Path publicFile() {
        try {
            Path file = Files.createTempFile("pin-verification", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JsonWebKeySet(PAIR).toJson(OutputControlLevel.PUBLIC_ONLY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JWK set with the pair. */
    public static String pair() {
        return new JsonWebKeySet(PAIR).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    public static EllipticCurveJsonWebKey make(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
