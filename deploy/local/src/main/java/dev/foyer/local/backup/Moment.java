package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which records of a backup were there at some moment.
 *
 * <p>A journal is cut at its first record of later, because what follows in it follows from that; of other topics each record counts for
 * itself. What tenants said to us ({@code in.}) is kept whole: it is theirs, we only had not got to it yet. Of a compacted topic, where
 * what was true at that moment may have been overwritten, a key that has nothing as old keeps the oldest that is left.
 */
final class Moment {

    private final long millis;

    Moment(Instant moment) {
        this.millis = moment.toEpochMilli();
    }

    /** Hands on what is kept, in order. */
    void read(BackupFolder folder, Manifest.Topic topic, Manifest.Part part, Consumer<StoredRecord> kept) {
        if (part.file() == null || topic.isEmpty()) {
            return;
        }
        Set<Long> oldest = topic.isCompacted() ? oldestOfLaterKeys(folder, part) : Set.of();
        boolean[] over = {false};
        RecordFile.read(folder.file(part.file()), record -> {
            boolean later = record.timestamp() > millis && !topic.name().startsWith("in.");
            over[0] |= later && topic.name().endsWith(".journal");
            if (!over[0] && (!later || oldest.contains(record.offset()))) {
                kept.accept(record);
            }
        });
    }

    private Set<Long> oldestOfLaterKeys(BackupFolder folder, Manifest.Part part) {
        Set<String> known = new HashSet<>();
        Map<String, Long> later = new HashMap<>();
        RecordFile.read(folder.file(part.file()), record -> {
            String key = record.key() == null ? "" : new String(record.key(), UTF_8);
            if (record.timestamp() <= millis) {
                known.add(key);
            } else {
                later.putIfAbsent(key, record.offset());
            }
        });
        later.keySet().removeAll(known);
        return Set.copyOf(later.values());
    }
}
