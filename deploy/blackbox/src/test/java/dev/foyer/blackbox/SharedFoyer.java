package dev.foyer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Foyer for all classes that leave others' users alone, and another for the {@link DeskFoyer desks}; {@code LeakIT} comes
 * last, stops them and searches what they left. Each starts when the first class asks for it. All PINs have {@link PinHunt#LENGTH} digits, so that they can be searched;
 * who got one in clear tells {@link #issued}.
 */
final class SharedFoyer implements AutoCloseable {

    /** The order of those who share it. */
    static final int LATE = Integer.MAX_VALUE - 2;

    /** Operators' tests wait for files to be looked at. */
    private static final String ATTENTIVE = "-Dfoyer.key-file-interval=200ms";

    private final Path home;
    private final BlackBox foyer;
    private final Set<String> issued = new ConcurrentSkipListSet<>();
    private final SecretHunt secrets;

    private SharedFoyer() {
        try {
            home = Files.createTempDirectory("foyer-shared");
            foyer = BlackBox.start(home, ATTENTIVE, Map.of("FOYER_DEMO", "true"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets = new SecretHunt(foyer.home());
        foyer.cast().admin().patch("/api/v1/settings", Map.of("pinLength", PinHunt.LENGTH));
    }

    BlackBox foyer() {
        return foyer;
    }

    Path home() {
        return home;
    }

    /** Remembers a PIN that a test got to see, and returns it. */
    String issued(String pin) {
        issued.add(pin);
        return pin;
    }

    /** All PINs that tests got to see. */
    Set<String> issued() {
        return Set.copyOf(issued);
    }

    /** Its secrets, with those that it had each time when somebody asked before. */
    SecretHunt secrets() {
        secrets.learn();
        return secrets;
    }

    /** After the last class, or earlier. */
    @Override
    public void close() throws IOException {
        foyer.close();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Gives it to the {@code BeforeAll} methods and tests that ask for it; where it says so, or the class does, that of the desks. */
    static final class Lender implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedFoyer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            boolean ofTheDesks = parameter.isAnnotated(DeskFoyer.class)
                    || context.getRequiredTestClass().isAnnotationPresent(DeskFoyer.class);
            return context.getRoot()
                    .getStore(Namespace.create(SharedFoyer.class))
                    .computeIfAbsent(ofTheDesks, key -> new SharedFoyer(), SharedFoyer.class);
        }
    }
}
