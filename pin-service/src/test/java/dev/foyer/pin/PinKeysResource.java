package dev.foyer.pin;

import dev.foyer.pin.domain.pin.SealedPin;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** Real keys for a test run: a pepper, and notification-service's key pair of which we keep the private half. */
public class PinKeysResource implements QuarkusTestResourceLifecycleManager {

    private static final RsaJsonWebKey DELIVERY = rsa();

    /** With this one, a test can read what only notification-service may. */
    public static RsaJsonWebKey deliveryKey() {
        return DELIVERY;
    }

    /** What notification-service would read. */
    public static String open(SealedPin sealed) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setCompactSerialization(sealed.jwe());
            jwe.setKey(DELIVERY.getPrivateKey());
            return jwe.getPayload();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "foyer.conference-id-patience", "3s",
                "foyer.pepper-file", pepperFile().toString(),
                "foyer.delivery-keys-file", deliveryKeysFile().toString());
    }

    public static Path pepperFile() {
        JsonWebKey pepper = OctJwkGenerator.generateJwk(256);
        pepper.setKeyId("p1");
        return write(pepper, OutputControlLevel.INCLUDE_SYMMETRIC);
    }

    public static Path deliveryKeysFile() {
        return write(DELIVERY, OutputControlLevel.PUBLIC_ONLY);
    }

    public static Path write(JsonWebKey key, OutputControlLevel level) {
        try {
            Path file = Files.createTempFile("foyer-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, new JsonWebKeySet(key).toJson(level));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey rsa() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("d1");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
