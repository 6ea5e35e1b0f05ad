package dev.foyer.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Seals PINs as the gateway seals what callers say. Thread-safe. */
public final class SpokenPins {

    private final PublicJsonWebKey key;

    /** @param publicKeys of pin-service, a JWK set */
    public SpokenPins(Path publicKeys) {
        try {
            this.key = (PublicJsonWebKey) new JsonWebKeySet(Files.readString(publicKeys))
                    .getJsonWebKeys()
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(publicKeys + " is no JWK set");
        }
    }

    /** For one verification, and no other one. */
    public String seal(
            String digits, String tenant, String userId, String conferenceId, String callId, String commandId) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue("ECDH-ES");
            jwe.setEncryptionMethodHeaderParameter("A256GCM");
            jwe.setKeyIdHeaderValue(key.getKeyId());
            jwe.setHeader("purpose", "foyer.pin.verification");
            jwe.setHeader(
                    "for",
                    Map.of(
                            "tenant", tenant,
                            "userId", userId,
                            "conferenceId", conferenceId,
                            "callId", callId,
                            "commandId", commandId));
            jwe.setKey(key.getPublicKey());
            jwe.setPayload(digits);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
