package dev.foyer.eventsourcing.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the runtime is told from outside.
 *
 * @param kafka connection properties for every client, at least {@code bootstrap.servers}
 * @param service names the consumer group, the transactional ids and the source of public events
 * @param partitions of the journal, fixed when it was created
 * @param instanceUrl where other instances reach this one; travels in the group's metadata
 * @param instanceId makes a restart take its partitions back at once, without waiting for the session to time out
 * @param sessionTimeout how long a silent owner keeps its partitions
 * @param queueCapacity commands that may wait per partition; more are refused as overloaded
 * @param batchLimit commands that one transaction carries at most
 */
public record RuntimeSettings(
        Map<String, Object> kafka,
        String service,
        String journal,
        int partitions,
        String instanceUrl,
        Optional<String> instanceId,
        Duration sessionTimeout,
        int queueCapacity,
        int batchLimit,
        Clock clock) {

    /** Everything that is not about the place, as it was measured. */
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
                10_000,
                2_000,
                Clock.systemUTC());
    }

    public RuntimeSettings withSession(Optional<String> instance, Duration timeout) {
        return new RuntimeSettings(
                kafka, service, journal, partitions, instanceUrl, instance, timeout, queueCapacity, batchLimit, clock);
    }
}
