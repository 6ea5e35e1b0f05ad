package dev.foyer.local.secrets;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The keys by which services know that the gateway asks: it gets the private halves, they get the public ones. */
final class GatewayKeys {

    private GatewayKeys() {}

    /** The private JWK set of a new pair. */
    static String generate() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId("gateway-1");
            pair.setUse("sig");
            pair.setAlgorithm("ES256");
            KeyBirth.note(pair);
            return new JsonWebKeySet(pair).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public halves of all that stand there. */
    static String publicHalves(String privateSet) {
        try {
            return new JsonWebKeySet(privateSet).toJson(OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            // Without the cause: its message may quote the content.
            throw new IllegalStateException("gateway-keys-private.json is no JWK set.");
        }
    }
}
