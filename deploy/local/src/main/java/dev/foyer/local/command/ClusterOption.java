package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Another cluster than the one of this machine's Foyer. */
final class ClusterOption {

    @Option(
            names = "--cluster",
            paramLabel = "file",
            description = "Another cluster: a file with the settings of a Kafka client that may do everything there.")
    private Path file;

    /** How to connect to it; empty: it is the one of this Foyer. */
    Optional<Map<String, Object>> connection() {
        if (file == null) {
            return Optional.empty();
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new CannotRun("The settings in " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (!settings.containsKey("bootstrap.servers")) {
            throw new CannotRun(file + " does not say where the cluster is; add bootstrap.servers.");
        }
        Map<String, Object> connection = new HashMap<>();
        settings.forEach((name, value) -> connection.put(name.toString(), value));
        return Optional.of(connection);
    }
}
