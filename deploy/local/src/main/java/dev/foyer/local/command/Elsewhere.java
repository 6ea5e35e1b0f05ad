package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.StateHashes;
import dev.foyer.local.secrets.Certificates;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A Foyer that does not run from this machine's folder: its cluster, its keys, and its services. */
final class Elsewhere {

    @Option(
            names = "--cluster",
            paramLabel = "file",
            description = "Another cluster: a file with the settings of a Kafka client that may do everything there.")
    private Path file;

    @Option(
            names = "--secrets",
            paramLabel = "folder",
            description =
                    "With --cluster: the folder that its keys come from, so that the backup says which belong to it, and a"
                            + " restore checks that they are there.")
    private Path secrets;

    @Option(
            names = "--service",
            paramLabel = "name=url",
            description = "With --secrets, for each service with a journal: where it answers, as"
                    + " pin-service=https://127.0.0.1:8081. It is asked what its journal comes to.")
    private Map<String, URI> services = Map.of();

    /** The folder with its keys; empty: nobody said. */
    Optional<Path> secrets() {
        if (secrets != null && !Files.isDirectory(secrets)) {
            throw new CannotRun("There is no folder " + secrets + "; name the one that the keys were made in.");
        }
        return Optional.ofNullable(secrets);
    }

    /** Who says what the journals come to; empty: nobody is to be asked. Either all three are, or none. */
    Optional<StateHashes> states() {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        Path keys = secrets()
                .orElseThrow(() -> new CannotRun("--service needs --secrets: services tell these numbers"
                        + " only to who has the operator's certificate."));
        Set<String> wanted = Component.services().stream()
                .filter(Component::hasJournal)
                .map(Component::title)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!services.keySet().equals(wanted)) {
            throw new CannotRun("--service was given for " + new TreeSet<>(services.keySet()) + "; give it for each of "
                    + wanted + ".");
        }
        return Optional.of(new StateHashes(component -> services.get(component.title()), Certificates.of(keys)));
    }

    /** Refuses what says nothing about this machine's own Foyer. */
    void refuseForThisFoyer() {
        if (secrets != null || !services.isEmpty()) {
            throw new CannotRun("--secrets and --service are of a Foyer elsewhere; give --cluster, too.");
        }
    }

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
