package dev.foyer.proof.instance;

import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.local.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What all instances of one run have in common. Travels to the processes as their arguments.
 *
 * @param bootstrap the brokers
 * @param service names everything, also the topics
 * @param sessionMillis how long a silent owner keeps its partitions
 * @param snapshotEvery events; 0 for no snapshots
 * @param standby whether instances are warm standbys of what others own
 * @param secrets the home whose secrets prove instances to each other, as our services do it; {@code null}: in clear
 */
public record ClusterPlan(
        String bootstrap, String service, long sessionMillis, int snapshotEvery, boolean standby, Path secrets) {

    private static final String IN_CLEAR = "-";

    /** Of instances that hand over in clear. */
    public ClusterPlan(String bootstrap, String service, long sessionMillis, int snapshotEvery, boolean standby) {
        this(bootstrap, service, sessionMillis, snapshotEvery, standby, null);
    }

    /** Of the journal and the snapshots. */
    public static final int PARTITIONS = 3;

    /** Rarely: an owner that writes while nobody asks it would never be caught with an old state in its hands. */
    private static final Duration SNAPSHOT_INTERVAL = Duration.ofSeconds(30);

    public String journal() {
        return service + ".journal";
    }

    public String snapshots() {
        return service + ".snapshots";
    }

    /** To be created before the first instance starts. */
    public List<NewTopic> topics(short replication) {
        Map<String, String> safe = Map.of("min.insync.replicas", Integer.toString(replication > 1 ? 2 : 1));
        return List.of(
                new NewTopic(journal(), PARTITIONS, replication).configs(safe),
                new NewTopic(snapshots(), PARTITIONS, replication)
                        .configs(Map.of(
                                "cleanup.policy", "compact", "min.insync.replicas", safe.get("min.insync.replicas"))));
    }

    /** @param instanceId empty: a restarted instance is a new one to the group */
    public RuntimeSettings settings(String url, Optional<String> instanceId) {
        return RuntimeSettings.of(Map.of("bootstrap.servers", bootstrap), service, journal(), PARTITIONS, url)
                .withSession(instanceId, Duration.ofMillis(sessionMillis))
                .withRecovery(
                        Optional.of(snapshotEvery)
                                .filter(every -> every > 0)
                                .map(every -> new Snapshots(snapshots(), every, SNAPSHOT_INTERVAL)),
                        standby);
    }

    /** How instances prove who they are; empty in clear. */
    Optional<Proofs> proofs() {
        return Optional.ofNullable(secrets).map(root -> new Proofs(new Home(root)));
    }

    List<String> arguments() {
        return List.of(
                bootstrap,
                service,
                Long.toString(sessionMillis),
                Integer.toString(snapshotEvery),
                Boolean.toString(standby),
                secrets == null ? IN_CLEAR : secrets.toString());
    }

    static ClusterPlan of(String[] arguments) {
        return new ClusterPlan(
                arguments[0],
                arguments[1],
                Long.parseLong(arguments[2]),
                Integer.parseInt(arguments[3]),
                Boolean.parseBoolean(arguments[4]),
                arguments[5].equals(IN_CLEAR) ? null : Path.of(arguments[5]));
    }
}
