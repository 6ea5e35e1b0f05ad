package dev.foyer.local.secrets;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/** The key that PIN verifiers are made with. It stands in no topic, so whoever copies the topics still cannot guess PINs. */
final class Pepper {

    private static final int BITS = 256;

    private Pepper() {}

    /** A JWK set with one new key, the current one. */
    static String generate() {
        OctetSequenceJsonWebKey key = OctJwkGenerator.generateJwk(BITS);
        key.setKeyId("pepper-1");
        return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_SYMMETRIC);
    }
}
