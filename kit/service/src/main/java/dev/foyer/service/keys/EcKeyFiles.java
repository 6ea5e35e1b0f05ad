package dev.foyer.service.keys;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;

/** Key sets in files, as {@link WatchedFile}: a bad one ends the start with one sentence, a later bad one changes nothing. */
public final class EcKeyFiles {

    private EcKeyFiles() {}

    /** @param property that named the file, for the sentences */
    public static WatchedFile<EcKeySet> pairs(Path file, String property) {
        String title = title(file, property);
        return watched(file, title, (content, before) -> EcKeySet.pairs(content, title, before));
    }

    /** @param property that named the file, for the sentences */
    public static WatchedFile<EcKeySet> publicHalves(Path file, String property) {
        String title = title(file, property);
        return watched(file, title, (content, before) -> EcKeySet.publicHalves(content, title));
    }

    private static WatchedFile<EcKeySet> watched(
            Path file, String title, BiFunction<String, Optional<EcKeySet>, EcKeySet> reader) {
        try {
            return new WatchedFile<>(file, title, reader);
        } catch (IllegalStateException e) {
            throw new ConfigurationException(e.getMessage()); // Quarkus ends the start with the sentence alone
        }
    }

    private static String title(Path file, String property) {
        return "The key file " + file + " (" + property + ")";
    }
}
