package dev.foyer.proof.process;

import dev.foyer.base.events.RecordSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Signs records as a service of one Foyer does, with its key. Thread-safe. */
public final class ServiceSignature implements RecordSigner {

    private final PublicJsonWebKey key;

    private ServiceSignature(PublicJsonWebKey key) {
        this.key = key;
    }

    /** @param pairs the service's JWK set; the first signs */
    public static ServiceSignature of(Path pairs) {
        return new ServiceSignature(first(pairs));
    }

    static PublicJsonWebKey first(Path file) {
        try {
            return (PublicJsonWebKey)
                    new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(file + " is no JWK set");
        }
    }

    @Override
    public String sign(byte[] content) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue("ES256");
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("typ", "foyer-record");
            jws.setPayloadBytes(content);
            jws.setKey(key.getPrivateKey());
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
