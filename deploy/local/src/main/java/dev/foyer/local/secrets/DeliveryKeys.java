package dev.foyer.local.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The key pair that seals a PIN on its way to the mail, as two JWK sets: only notification-service gets the private one. */
final class DeliveryKeys {

    private static final int BITS = 3072;

    private DeliveryKeys() {}

    /** The private JWK set of a new pair. */
    static String generate() {
        try {
            RsaJsonWebKey pair = RsaJwkGenerator.generateJwk(BITS);
            pair.setKeyId("delivery-1");
            pair.setUse("enc");
            pair.setAlgorithm("RSA-OAEP-256");
            return new JsonWebKeySet(pair).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, made from the private set, so that the two can never disagree. */
    static String publicHalf(Path privateSet) {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(Files.readString(privateSet));
            return keys.toJson(OutputControlLevel.PUBLIC_ONLY);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException("The delivery keys in " + privateSet + " cannot be read", e);
        }
    }
}
