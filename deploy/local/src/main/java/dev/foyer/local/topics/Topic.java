package dev.foyer.local.topics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One entry of the list.
 *
 * @param name of the topic; {@code <tenant>} in it stands for one topic of each tenant
 * @param key what the record's key is, in words
 * @param retention days, or {@code forever}
 * @param writer the one service that writes it
 * @param readers who may read it
 * @param copies the topics whose records are copied into it; mostly none
 */
public record Topic(
        String name,
        String key,
        int partitions,
        Cleanup cleanup,
        String retention,
        String writer,
        List<String> readers,
        List<String> copies,
        String purpose) {

    public Topic {
        copies = copies == null ? List.of() : List.copyOf(copies);
    }

    /** What the broker does with old records. */
    public enum Cleanup {
        delete,
        compact
    }

    private static final String TENANT = "<tenant>";
    private static final String SEGMENT_MILLIS =
            String.valueOf(Duration.ofHours(1).toMillis());

    boolean isOfTenants() {
        return name.contains(TENANT);
    }

    /** This one for one tenant. */
    Topic of(String tenant) {
        return new Topic(
                name.replace(TENANT, tenant), key, partitions, cleanup, retention, writer, readers, copies, purpose);
    }

    NewTopic toCreate(short replication) {
        return new NewTopic(name, partitions, replication).configs(settings());
    }

    private Map<String, String> settings() {
        return switch (cleanup) {
            case delete -> Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(retentionMillis()));
            // The segment that is written to is never compacted; with the default of a week it would be read whole.
            case compact ->
                Map.of(
                        "cleanup.policy",
                        "compact",
                        "retention.ms",
                        String.valueOf(retentionMillis()),
                        "segment.ms",
                        SEGMENT_MILLIS);
        };
    }

    /** How long the broker keeps records, -1 for ever. */
    public long retentionMillis() {
        return retention.equals("forever")
                ? -1
                : Duration.ofDays(Long.parseLong(retention)).toMillis();
    }
}
