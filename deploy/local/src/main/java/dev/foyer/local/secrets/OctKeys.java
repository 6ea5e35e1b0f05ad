package dev.foyer.local.secrets;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OctetSequenceJsonWebKey;

/**
 * Secret keys: the pepper that PIN verifiers are made with, which stands in no topic, so whoever copies the topics still
 * cannot guess PINs; and for each service one that only its instances have.
 */
final class OctKeys {

    private static final int BITS = 256;

    private OctKeys() {}

    /** A JWK set with one new key, the current one. */
    static String generate(String name) {
        OctetSequenceJsonWebKey key = OctJwkGenerator.generateJwk(BITS);
        key.setKeyId(name + "-1");
        KeyBirth.note(key);
        return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_SYMMETRIC);
    }
}
