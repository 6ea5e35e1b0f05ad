package dev.foyer.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Foyer for one class that cannot share: it starts before the first test, and leaves nothing after the last. */
final class OwnFoyer implements BeforeAllCallback, AfterAllCallback {

    private final String options;
    private final Map<String, String> environment;
    private Path home;
    private BlackBox foyer;

    OwnFoyer() {
        this("");
    }

    /** @param options for its JVMs, as {@code -Dname=value} a setting of the services */
    OwnFoyer(String options) {
        this(options, Map.of());
    }

    /** @param environment of the launcher, as {@code FOYER_HEAP_PIN=96} */
    OwnFoyer(String options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    BlackBox foyer() {
        return foyer;
    }

    Path home() {
        return home;
    }

    /** In order, on the same data. */
    void stopAndStart() {
        foyer.close();
        foyer = BlackBox.start(home, options, environment);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("foyer-own");
        foyer = BlackBox.start(home, options, environment);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (foyer != null) {
            foyer.close();
        }
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
