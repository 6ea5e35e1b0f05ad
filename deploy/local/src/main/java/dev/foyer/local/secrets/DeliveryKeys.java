package dev.foyer.local.secrets;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The key pair that seals a PIN on its way to the mail: notification-service gets it, and publishes its public half. */
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
}
