package dev.foyer.service.keys;

import java.util.Arrays;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Key pairs of tests. */
final class TestPairs {

    private TestPairs() {}

    static EllipticCurveJsonWebKey pair(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(EllipticCurveJsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    static String publicJson(EllipticCurveJsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static EcKeySet pairs(EllipticCurveJsonWebKey... keys) {
        return EcKeySet.pairs(json(keys), "test", Optional.empty());
    }
}
