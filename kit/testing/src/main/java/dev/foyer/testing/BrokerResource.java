package dev.foyer.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** For {@code @QuarkusTest}: a real broker in this JVM with all our topics, and the internal token {@link #TOKEN}. */
public class BrokerResource implements QuarkusTestResourceLifecycleManager {

    /** What callers of {@code /internal} must show in tests. */
    public static final String TOKEN = "token-of-the-tests-0123456789abcdef";

    private static EmbeddedBroker broker;

    /** The broker of this JVM's tests. */
    public static EmbeddedBroker broker() {
        return broker;
    }

    @Override
    public Map<String, String> start() {
        broker = EmbeddedBroker.start();
        Topics.createAll(broker);
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "foyer.internal-token-file",
                tokenFile().toString(),
                "quarkus.http.test-port",
                "0",
                "quarkus.management.test-port",
                "0");
    }

    private static Path tokenFile() {
        try {
            Path file = Files.createTempFile("foyer-token", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
