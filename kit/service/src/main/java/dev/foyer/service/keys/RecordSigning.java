package dev.foyer.service.keys;

import dev.foyer.base.events.RecordSigner;
import java.util.function.Supplier;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs records with the current one of our keys: ES256, detached. Thread-safe, no I/O. */
public final class RecordSigning implements RecordSigner {

    static final String TYPE = "foyer-record";
    static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final Supplier<EcKeySet> keys;

    /** @param keys pairs, those that are in force now */
    public RecordSigning(Supplier<EcKeySet> keys) {
        this.keys = keys;
    }

    @Override
    public String sign(byte[] content) {
        EllipticCurveJsonWebKey key = keys.get().current();
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setProviderContext(CurveProvider.context());
            jws.setAlgorithmHeaderValue(ALGORITHM);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", TYPE);
            jws.setPayloadBytes(content);
            jws.setKey(key.getPrivateKey());
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A record cannot be signed with the key " + key.getKeyId());
        }
    }
}
