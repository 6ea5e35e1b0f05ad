package dev.foyer.notification.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.RecordSigning;
import dev.foyer.service.keys.TrustedSigners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys as pin-service and we share them, and the sealing and signing that pin-service does. */
public final class TestKeys {

    public static final EllipticCurveJsonWebKey KEY = make("d-test");

    /** Of before 0.3. */
    static final RsaJsonWebKey RSA = rsa("d-rsa", 2048);

    private static final EllipticCurveJsonWebKey PIN_SERVICE = make("s-pin");
    private static final EllipticCurveJsonWebKey OURS = make("s-ours");

    private TestKeys() {}

    /** A key that nobody trusts, by whatever name. */
    public static EllipticCurveJsonWebKey stranger(String kid) {
        return make(kid);
    }

    static EllipticCurveJsonWebKey make(String kid) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static RsaJsonWebKey rsa(String kid, int bits) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(bits);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK set of private keys in a file of its own. */
    public static Path file(JsonWebKey... keys) {
        return write(json(keys));
    }

    static Path ours() {
        return file(OURS);
    }

    static Path signersOfPinService() {
        return write(new JsonWebKeySet(PIN_SERVICE).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static Path write(String set) {
        try {
            Path file = Files.createTempFile("keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(JsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** As pin-service signs. */
    public static RecordSigner pinService() {
        return signer(PIN_SERVICE);
    }

    /** As we sign. */
    static RecordSigner us() {
        return signer(OURS);
    }

    /** Anybody's. */
    public static RecordSigner signer(EllipticCurveJsonWebKey key) {
        EcKeySet keys = pairs(key);
        return new RecordSigning(() -> keys);
    }

    /** Who believes pin-service, and nobody else. */
    public static TrustedSigners trusted() {
        EcKeySet keys = pairs(PIN_SERVICE);
        return new TrustedSigners(() -> keys);
    }

    /** Who knows what we have signed. */
    static TrustedSigners oursTrusted() {
        EcKeySet keys = pairs(OURS);
        return new TrustedSigners(() -> keys);
    }

    private static EcKeySet pairs(EllipticCurveJsonWebKey key) {
        return EcKeySet.pairs(json(key), "test", Optional.empty());
    }

    /** Sealed for this very delivery. */
    public static String seal(String pin, JsonNode delivery) {
        return seal(pin, delivery, KEY);
    }

    static String seal(String pin, JsonNode delivery, EllipticCurveJsonWebKey key) {
        return seal(
                pin,
                Map.of(
                        "tenant", delivery.get("tenant").asText(),
                        "userId", delivery.get("userId").asText(),
                        "notificationId", delivery.get("notificationId").asText()),
                key);
    }

    static String seal(String pin, Map<String, String> boundTo, EllipticCurveJsonWebKey key) {
        EcKeySet keys = pairs(key);
        return new BoundSeal("foyer.pin.delivery", () -> keys).seal(pin, boundTo);
    }

    /** As before 0.3. */
    static String unbound(String pin) {
        return unbound(pin, RSA, "RSA-OAEP-256", "A256GCM");
    }

    static String unbound(String pin, RsaJsonWebKey key, String algorithm, String encryption) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmHeaderValue(algorithm);
            jwe.setEncryptionMethodHeaderParameter(encryption);
            jwe.setKeyIdHeaderValue(key.getKeyId());
            jwe.setKey(key.getPublicKey());
            jwe.setPayload(pin);
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
