package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.StageListener;
import dev.foyer.eventsourcing.StoredFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What the runtime is told from outside.
 *
 * @param kafka connection properties for every client, at least {@code bootstrap.servers}
 * @param service names the consumer group, the transactional ids and the source of public events
 * @param partitions of the journal, fixed when it was created
 * @param instanceUrl where other instances reach this one; travels in the group's metadata
 * @param instanceId makes a restart take its partitions back at once, without waiting for the session to time out
 * @param sessionTimeout how long a silent owner keeps its partitions
 * @param snapshots nothing: every recovery folds the whole journal
 * @param standby whether to tail the partitions that others own, so that a takeover costs no replay
 * @param limits of what may wait
 * @param clock of decisions and timers
 * @param metrics where to count and measure
 * @param stages who follows single commands
 * @param stored the form of what is written and read
 */
public record RuntimeSettings(
        Map<String, Object> kafka,
        String service,
        String journal,
        int partitions,
        String instanceUrl,
        Optional<String> instanceId,
        Duration sessionTimeout,
        Optional<Snapshots> snapshots,
        boolean standby,
        Limits limits,
        Clock clock,
        MeterRegistry metrics,
        StageListener stages,
        Stored stored) {

    /**
     * When snapshots are taken: whatever comes first.
     *
     * @param topic compacted, with as many partitions as the journal
     * @param everyEvents so many events of a partition since the last ones
     * @param interval so long after the last ones, if anything changed
     */
    public record Snapshots(String topic, int everyEvents, Duration interval) {

        /** Bounds a recovery's replay to about a second. */
        public static Snapshots in(String topic) {
            return new Snapshots(topic, 100_000, Duration.ofMinutes(5));
        }
    }

    /**
     * Bounds memory and waiting.
     *
     * @param queue commands that may wait per partition; more are refused as overloaded
     * @param batch commands that one transaction carries at most
     * @param patience a command that waited longer is refused as overloaded: no caller waits for its answer any more
     */
    public record Limits(int queue, int batch, Duration patience) {

        /** As measured: a full queue is worked off in well under a second. */
        public static final Limits MEASURED = new Limits(10_000, 2_000, Duration.ofSeconds(10));
    }

    /**
     * @param format what is written; records of a higher one are not read
     * @param whenNewer is told in one sentence why this program cannot go on with what a later one wrote, once for each partition
     *     that it owns; from that partition's thread, and must not wait for it
     */
    public record Stored(StoredFormat format, Consumer<String> whenNewer) {
        static final Stored UNVERSIONED = new Stored(
                new StoredFormat(StoredFormat.FIRST, "unknown"), Logger.getLogger(RuntimeSettings.class)::error);
    }

    /** Everything that is not about the place, as it was measured; no snapshots. */
    public static RuntimeSettings of(
            Map<String, Object> kafka, String service, String journal, int partitions, String instanceUrl) {
        return new RuntimeSettings(
                Map.copyOf(kafka),
                service,
                journal,
                partitions,
                instanceUrl,
                Optional.empty(),
                Duration.ofSeconds(6),
                Optional.empty(),
                true,
                Limits.MEASURED,
                Clock.systemUTC(),
                new CompositeMeterRegistry(),
                StageListener.none(),
                Stored.UNVERSIONED);
    }

    public RuntimeSettings withSession(Optional<String> instance, Duration timeout) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instance,
                timeout,
                snapshots,
                standby,
                limits,
                clock,
                metrics,
                stages,
                stored);
    }

    public RuntimeSettings withRecovery(Optional<Snapshots> taken, boolean warmStandby) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                taken,
                warmStandby,
                limits,
                clock,
                metrics,
                stages,
                stored);
    }

    public RuntimeSettings withLimits(Limits bounds) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                snapshots,
                standby,
                bounds,
                clock,
                metrics,
                stages,
                stored);
    }

    public RuntimeSettings withClock(Clock other) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                snapshots,
                standby,
                limits,
                other,
                metrics,
                stages,
                stored);
    }

    public RuntimeSettings withMetrics(MeterRegistry registry) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                snapshots,
                standby,
                limits,
                clock,
                registry,
                stages,
                stored);
    }

    public RuntimeSettings withStages(StageListener listener) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                snapshots,
                standby,
                limits,
                clock,
                metrics,
                listener,
                stored);
    }

    public RuntimeSettings withStored(Stored format) {
        return new RuntimeSettings(
                kafka,
                service,
                journal,
                partitions,
                instanceUrl,
                instanceId,
                sessionTimeout,
                snapshots,
                standby,
                limits,
                clock,
                metrics,
                stages,
                format);
    }
}
