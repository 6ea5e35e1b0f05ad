package dev.foyer.local.observe;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Their configuration: what lies in {@code deploy/observability/prometheus}, with the ports of this Foyer. */
final class ObserverFiles {

    static final String PROMETHEUS = "prometheus.yaml";
    static final String ALERTMANAGER = "alertmanager.yaml";
    static final String RULES = "foyer.rules.yaml";

    private static final List<Endpoint> TARGETS = List.of(
            Endpoint.GATEWAY_MANAGEMENT,
            Endpoint.PIN_MANAGEMENT,
            Endpoint.NOTIFICATION_MANAGEMENT,
            Endpoint.MEETING_MANAGEMENT,
            Endpoint.BROKER_METRICS,
            Endpoint.ALERTMANAGER);

    /** As the committed rules have it; on this machine the pages lie in the checkout. */
    private static final String RUNBOOKS = "https://foyer.example/docs/runbooks/";

    private final Path folder;

    private ObserverFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes them.
     *
     * @param settings what is to be another way than committed
     */
    static ObserverFiles write(Repository repository, Home home, Ports ports, ObserverSettings settings) {
        Path from = repository.root().resolve("deploy/observability/prometheus");
        Path folder = home.run().resolve("observe");
        try {
            Files.createDirectories(folder.resolve("instances"));
            String prometheus = Files.readString(from.resolve(PROMETHEUS))
                    .replace("_interval: 5s", "_interval: " + settings.interval());
            for (Endpoint target : TARGETS) {
                prometheus = prometheus.replace(
                        "\"127.0.0.1:" + target.usual() + "\"", "\"127.0.0.1:" + ports.of(target) + "\"");
            }
            Files.writeString(folder.resolve(PROMETHEUS), prometheus);
            Files.copy(
                    from.resolve(ALERTMANAGER),
                    folder.resolve(ALERTMANAGER),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            String rules =
                    settings.rules().isPresent() ? settings.rules().get() : Files.readString(from.resolve(RULES));
            Files.writeString(
                    folder.resolve(RULES),
                    rules.replace(
                            RUNBOOKS, repository.root().resolve("docs/runbooks").toUri() + "/"));
            return new ObserverFiles(folder);
        } catch (IOException e) {
            throw new CannotRun(
                    "What Prometheus is started with cannot be written to " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    Path of(String name) {
        return folder.resolve(name);
    }
}
