package dev.foyer.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * For {@code @QuarkusTest}: a real broker with all our topics, and the keys of {@link CallToken}. It is in this JVM, or with
 * {@code -Dbroker=container} in a container.
 */
public class BrokerResource implements QuarkusTestResourceLifecycleManager {

    private static TestBroker broker;
    private static Path gatewayKeys;

    /** The broker of this JVM's tests. */
    public static TestBroker broker() {
        return broker;
    }

    @Override
    public Map<String, String> start() {
        broker = ContainerEngine.isAsked() ? ContainerBroker.start() : EmbeddedBroker.start();
        Topics.createAll(broker);
        gatewayKeys = file(set(OutputControlLevel.PUBLIC_ONLY, CallToken.KEY));
        Map<String, String> config = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "foyer.key-file-interval", "50ms",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0"));
        if (isAsked()) {
            config.put("foyer.gateway-keys-file", gatewayKeys.toString());
            config.put("foyer.instance-keys-file", instanceKeysFile());
        }
        return config;
    }

    /** Whether the tested service is one that the gateway asks; the gateway itself refuses to be told how. */
    private static boolean isAsked() {
        return BrokerResource.class.getResource("/dev/foyer/service/eventsourced/CallConfig.class") != null;
    }

    /** Where a service finds the public half of {@link CallToken#KEY}. */
    public static String gatewayKeysFile() {
        return file(set(OutputControlLevel.PUBLIC_ONLY, CallToken.KEY)).toString();
    }

    /** Where a service finds {@link InstanceToken#KEY}. */
    public static String instanceKeysFile() {
        return file(new JsonWebKeySet(InstanceToken.KEY).toJson(OutputControlLevel.INCLUDE_SYMMETRIC))
                .toString();
    }

    /** Where the gateway finds {@link CallToken#KEY}, in its own tests. */
    public static String signingKeys() {
        return file(set(OutputControlLevel.INCLUDE_PRIVATE, CallToken.KEY)).toString();
    }

    /** As an operator replaces the public keys while the service runs. */
    public static void gatewayKeys(EllipticCurveJsonWebKey... keys) {
        try {
            Path next = file(set(OutputControlLevel.PUBLIC_ONLY, keys));
            Files.move(next, gatewayKeys, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String set(OutputControlLevel level, EllipticCurveJsonWebKey... keys) {
        return new JsonWebKeySet(keys).toJson(level);
    }

    private static Path file(String content) {
        try {
            Path file = Files.createTempFile("foyer", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
