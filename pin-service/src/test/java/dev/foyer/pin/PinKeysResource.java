package dev.foyer.pin;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.pin.crypto.DeliverySeal;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.crypto.Peppers;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * Real keys for a test run: a pepper, and notification-service's key pair of which we keep the private half and publish
 * the other, as that service does.
 */
public class PinKeysResource implements QuarkusTestResourceLifecycleManager {

    /** With this argument nothing is published: notification-service has not been there yet. */
    public static final String UNPUBLISHED = "unpublished";

    private static final RsaJsonWebKey DELIVERY = rsa("d1");

    private static Path pepperFile;
    private boolean publishes = true;

    /** A vault with keys of these tests. */
    public static KeyedPinVault vault() {
        Peppers peppers = peppers(pepper("p1"));
        return vault(() -> peppers);
    }

    /** A vault that seals to a key of these tests. */
    public static KeyedPinVault vault(Supplier<Peppers> peppers) {
        DeliverySeal seal = DeliverySeal.read(json(OutputControlLevel.PUBLIC_ONLY, DELIVERY), "test");
        return new KeyedPinVault(peppers, () -> Optional.of(seal));
    }

    public static Peppers peppers(JsonWebKey... keys) {
        return Peppers.read(json(OutputControlLevel.INCLUDE_SYMMETRIC, keys), "test");
    }

    /** What notification-service would read. */
    public static String open(SealedPin sealed) {
        return open(sealed, DELIVERY);
    }

    public static String open(SealedPin sealed, RsaJsonWebKey key) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setCompactSerialization(sealed.jwe());
            jwe.setKey(key.getPrivateKey());
            return jwe.getPayload();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void init(Map<String, String> arguments) {
        publishes = !arguments.containsKey(UNPUBLISHED);
    }

    /** After the broker. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        if (publishes) {
            publish(DELIVERY);
        }
        pepperFile = write(json(OutputControlLevel.INCLUDE_SYMMETRIC, pepper("p1")));
        return Map.of(
                "foyer.conference-id-patience", "2s",
                "foyer.pepper-file", pepperFile.toString(),
                "foyer.key-file-interval", "50ms");
    }

    /** As an operator does it while the service runs. */
    public static void putPepperFirst(String keyId) {
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(Files.readString(pepperFile)).getJsonWebKeys();
            keys.addFirst(pepper(keyId));
            Path next = write(json(OutputControlLevel.INCLUDE_SYMMETRIC, keys.toArray(JsonWebKey[]::new)));
            Files.move(next, pepperFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As notification-service does it, the current key first. */
    public static void publish(RsaJsonWebKey... keys) {
        List<Map<String, Object>> halves = Arrays.stream(keys)
                .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList();
        publish(Map.of("keys", halves));
    }

    public static void publish(Map<String, ?> data) {
        new ServiceRecordProducer(BrokerResource.broker().connection(), "notification-service")
                .write(new PublicRecord(
                        DeliveryKeysTable.TOPIC,
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v1",
                        "delivery",
                        null,
                        data));
    }

    public static JsonWebKey pepper(String keyId) {
        JsonWebKey pepper = OctJwkGenerator.generateJwk(256);
        pepper.setKeyId(keyId);
        return pepper;
    }

    public static RsaJsonWebKey rsa(String keyId) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(OutputControlLevel level, JsonWebKey... keys) {
        return new JsonWebKeySet(Arrays.asList(keys)).toJson(level);
    }

    private static Path write(String content) {
        try {
            Path file = Files.createTempFile("foyer-keys", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {}
}
