package dev.foyer.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup consists of. It is written last, so a folder without one is no backup.
 *
 * @param format of this file and of those with records
 * @param version of the program that took it
 * @param cluster the broker's id
 * @param moment what it is a backup of: everything that was written until then, and how far everybody had read a little before
 * @param groups by name, for each topic and partition the offset of the first record that is not handled
 * @param rules who may do what
 * @param keys that belong to it, by file; values are ids and check values, never keys
 * @param states what the services made of their journals up to that moment, by service; empty where no service was asked
 */
public record Manifest(
        int format,
        String version,
        String cluster,
        Instant moment,
        List<Topic> topics,
        Map<String, List<Reached>> groups,
        List<Rule> rules,
        Map<String, List<Key>> keys,
        Map<String, List<States>> states) {

    /** The format that this program writes and reads. */
    public static final int FORMAT = 1;

    /**
     * One topic.
     *
     * @param id the broker's
     * @param settings those that differ from the broker's defaults
     */
    public record Topic(String name, String id, Map<String, String> settings, List<Part> parts) {

        /** Whether its records follow from others': it is made, and left empty. */
        @JsonIgnore
        public boolean isEmpty() {
            return name.endsWith(".snapshots");
        }

        /** Whether of each key only the newest record is kept. */
        @JsonIgnore
        public boolean isCompacted() {
            return settings.getOrDefault("cleanup.policy", "").contains("compact");
        }
    }

    /**
     * One partition.
     *
     * @param begin offset of the first record that was there
     * @param end offset behind the last one
     * @param records how many are in the file
     * @param file in the backup's folder; {@code null} where there is none
     * @param sha256 of the file
     */
    public record Part(int partition, long begin, long end, long records, String file, String sha256) {}

    /** How far a group has read. */
    public record Reached(String topic, int partition, long offset) {}

    /** What one user may do with one thing. */
    public record Rule(
            String principal,
            String host,
            String operation,
            String permission,
            String type,
            String pattern,
            String name) {}

    /** @param check tells keys of the same id apart, and nothing else */
    public record Key(String id, String check) {}

    /** What a partition's journal comes to, see {@code /internal/states}. */
    public record States(int partition, int aggregates, long events, String hash) {}
}
