package dev.foyer.local.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Up to where a journal of a backup counts at some moment. */
public final class JournalEnds {

    private JournalEnds() {}

    /** In the cluster that was backed up, by partition: behind the last record of that moment. */
    static List<Long> at(BackupFolder folder, Manifest.Topic journal, Instant moment) {
        return journal.parts().stream()
                .map(part -> {
                    long[] end = {part.begin()};
                    new Moment(moment).read(folder, journal, part, record -> end[0] = record.offset() + 1);
                    return end[0];
                })
                .toList();
    }

    /** The same for all services, by their names. */
    public static Map<String, List<Long>> at(BackupFolder folder, Instant moment) {
        Map<String, List<Long>> ends = new TreeMap<>();
        folder.manifest().topics().stream()
                .filter(topic -> topic.name().endsWith(".journal"))
                .forEach(topic -> ends.put(Backup.service(topic), at(folder, topic, moment)));
        return ends;
    }
}
