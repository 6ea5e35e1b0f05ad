package dev.foyer.pin;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.base.events.RecordSigner;
import dev.foyer.eventsourcing.inbound.ServiceRecordProducer;
import dev.foyer.pin.crypto.DeliverySeal;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.crypto.Peppers;
import dev.foyer.pin.domain.pin.PinVault;
import dev.foyer.pin.domain.pin.PlainlySpoken;
import dev.foyer.pin.domain.pin.SealedPin;
import dev.foyer.pin.inbound.DeliveryKeysTable;
import dev.foyer.service.keys.BoundSeal;
import dev.foyer.service.keys.EcKeySet;
import dev.foyer.service.keys.RecordSigning;
import dev.foyer.service.keys.TrustedSigners;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Real keys for a test run: a pepper, and notification-service's key pair of which we keep the private half and publish
 * the other, as that service does.
 */
public class PinKeysResource implements QuarkusTestResourceLifecycleManager {

    /** With this argument nothing is published: notification-service has not been there yet. */
    public static final String UNPUBLISHED = "unpublished";

    private static final EllipticCurveJsonWebKey DELIVERY = ec("d1");
    private static final EllipticCurveJsonWebKey NOTIFICATION_SERVICE = ec("n1");
    private static final EllipticCurveJsonWebKey SIGNING = ec("s1");
    private static final EllipticCurveJsonWebKey VERIFICATION = ec("v1");
    private static final BoundSeal SPOKEN = new BoundSeal("foyer.pin.verification", () -> pairs(VERIFICATION));

    private static Path pepperFile;
    private boolean publishes = true;

    /** A vault with keys of these tests, for decisions about the user of the fixtures. */
    public static PinVault vault() {
        Peppers peppers = peppers(pepper("p1"));
        return vault(() -> peppers);
    }

    /** The same, with these peppers. */
    public static PinVault vault(Supplier<Peppers> peppers) {
        return new PlainlySpoken(keyed(peppers).of("contoso.com", "u-17", "c-1"));
    }

    /** All of the vault, with keys of these tests. */
    public static KeyedPinVault keyed() {
        Peppers peppers = peppers(pepper("p1"));
        return keyed(() -> peppers);
    }

    /** The same, with these peppers. */
    public static KeyedPinVault keyed(Supplier<Peppers> peppers) {
        DeliverySeal seal = DeliverySeal.read(json(OutputControlLevel.PUBLIC_ONLY, DELIVERY), "test");
        EcKeySet spoken = pairs(VERIFICATION);
        return new KeyedPinVault(peppers, () -> Optional.of(seal), () -> spoken);
    }

    /** The same while notification-service was never there: nothing can be sealed for it. */
    public static KeyedPinVault keyless() {
        Peppers peppers = peppers(pepper("p1"));
        EcKeySet spoken = pairs(VERIFICATION);
        return new KeyedPinVault(() -> peppers, Optional::empty, () -> spoken);
    }

    /** As pin-service signs in these tests. */
    public static RecordSigner signer() {
        EcKeySet keys = pairs(SIGNING);
        return new RecordSigning(() -> keys);
    }

    /** Whose signature notification-service would believe. */
    public static TrustedSigners signers() {
        EcKeySet keys = EcKeySet.publicHalves(json(OutputControlLevel.PUBLIC_ONLY, SIGNING), "test");
        return new TrustedSigners(() -> keys);
    }

    /** What the gateway makes of what a caller says. */
    public static String spoken(String digits, Map<String, String> boundTo) {
        return SPOKEN.seal(digits, boundTo);
    }

    public static EcKeySet pairs(EllipticCurveJsonWebKey... keys) {
        return EcKeySet.pairs(json(OutputControlLevel.INCLUDE_PRIVATE, keys), "test", Optional.empty());
    }

    public static Peppers peppers(JsonWebKey... keys) {
        return Peppers.read(json(OutputControlLevel.INCLUDE_SYMMETRIC, keys), "test");
    }

    /** What notification-service would read. */
    public static String open(SealedPin sealed) {
        return open(sealed, DELIVERY);
    }

    public static String open(SealedPin sealed, EllipticCurveJsonWebKey key) {
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
        Path signing = write(json(OutputControlLevel.INCLUDE_PRIVATE, SIGNING));
        Path verification = write(json(OutputControlLevel.INCLUDE_PRIVATE, VERIFICATION));
        Path notificationService = write(json(OutputControlLevel.PUBLIC_ONLY, NOTIFICATION_SERVICE));
        return Map.of(
                "foyer.conference-id-patience", "2s",
                "foyer.pepper-file", pepperFile.toString(),
                "foyer.signing-keys-file", signing.toString(),
                "foyer.verification-keys-file", verification.toString(),
                "foyer.notification-signers-file", notificationService.toString(),
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
    public static void publish(EllipticCurveJsonWebKey... keys) {
        publish(halves(keys), signerOfNotificationService());
    }

    /** With whatever keys, by whomever. */
    public static void publish(List<Map<String, Object>> keys, RecordSigner signer) {
        publish(Map.of("keys", keys, "publishedAt", Instant.now()), signer);
    }

    public static void publish(Map<String, ?> data, RecordSigner signer) {
        new ServiceRecordProducer(BrokerResource.broker().connection(), "notification-service")
                .write(new PublicRecord(
                        DeliveryKeysTable.TOPIC,
                        "delivery",
                        "foyer.notification.DeliveryKeysPublished.v2",
                        "delivery",
                        null,
                        data,
                        signer));
    }

    public static List<Map<String, Object>> halves(EllipticCurveJsonWebKey... keys) {
        return Arrays.stream(keys)
                .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                .toList();
    }

    /** Whose word on delivery keys counts in these tests. */
    public static TrustedSigners signersOfNotificationService() {
        EcKeySet keys = EcKeySet.publicHalves(json(OutputControlLevel.PUBLIC_ONLY, NOTIFICATION_SERVICE), "test");
        return new TrustedSigners(() -> keys);
    }

    public static RecordSigner signerOfNotificationService() {
        return signer(NOTIFICATION_SERVICE);
    }

    /** Anybody's. */
    public static RecordSigner signer(EllipticCurveJsonWebKey key) {
        EcKeySet keys = pairs(key);
        return new RecordSigning(() -> keys);
    }

    public static JsonWebKey pepper(String keyId) {
        JsonWebKey pepper = OctJwkGenerator.generateJwk(256);
        pepper.setKeyId(keyId);
        return pepper;
    }

    public static EllipticCurveJsonWebKey ec(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
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
