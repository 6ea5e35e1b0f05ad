package dev.foyer.pin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files of one topic's contract: schemas and examples. */
record Examples(String topic) {

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final JsonMapper JSON = Json.mapper().build();

    /** All topics that have a contract of ours: each has a folder. */
    static Set<String> topics() {
        return names(CONTRACTS, Files::isDirectory);
    }

    /** All its files, by name. */
    Set<String> files() {
        return names(CONTRACTS.resolve(topic), Files::isRegularFile);
    }

    /** Of a type, e.g. {@code full} of {@code PinReset}. */
    JsonNode json(String type, String which) {
        try {
            return JSON.readTree(text(type, which));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as it is. */
    String text(String type, String which) {
        try {
            return Files.readString(CONTRACTS.resolve(topic).resolve(type + ".v1." + which + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Path folder, Predicate<Path> wanted) {
        try (var found = Files.list(folder)) {
            return found.filter(wanted)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
