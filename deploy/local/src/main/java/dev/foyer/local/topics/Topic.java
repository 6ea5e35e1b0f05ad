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
 * @param writers who may write it: services, {@link TopicList#OPERATORS}, or {@code <tenant>}
 * @param readers who may read it, as writers
 * @param copies the topics whose records are copied into it; mostly none
 */
public record Topic(
        String name,
        String key,
        int partitions,
        Cleanup cleanup,
        String retention,
        List<String> writers,
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

    static final String TENANT = "<tenant>";
    private static final String SEGMENT_MILLIS =
            String.valueOf(Duration.ofHours(1).toMillis());

    boolean isOfTenants() {
        return name.contains(TENANT);
    }

    /** This one for one tenant, whose systems have the tenant's name. */
    Topic of(String tenant) {
        return new Topic(
                name.replace(TENANT, tenant),
                key,
                partitions,
                cleanup,
                retention,
                named(writers, tenant),
                named(readers, tenant),
                copies,
                purpose);
    }

    private static List<String> named(List<String> whom, String tenant) {
        return whom.stream().map(who -> who.equals(TENANT) ? tenant : who).toList();
    }

    NewTopic toCreate(short replication) {
        return new NewTopic(name, partitions, replication).configs(settings());
    }

    /** What a broker is told when it is to create it. */
    public Map<String, String> settings() {
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
