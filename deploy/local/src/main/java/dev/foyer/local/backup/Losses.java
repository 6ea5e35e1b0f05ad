package dev.foyer.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a restore forgets though people know of it: PINs that were made after the moment are written on paper and in mails, and do not work
 * any more; locks of then are open again. As far as the backup has it: what came after that was taken, nobody knows.
 */
public final class Losses {

    private static final Map<String, String> TYPES = Map.of(
            "foyer.pin.UserEnabled.v1", "enabled",
            "foyer.pin.PinReset.v1", "reset",
            "foyer.pin.PinLocked.v1", "locked",
            "foyer.pin.PinUnlocked.v1", "unlocked",
            "foyer.pin.UserDisabled.v1", "disabled",
            "foyer.pin.UserRemoved.v1", "removed");

    private final BackupFolder folder;

    Losses(BackupFolder folder) {
        this.folder = folder;
    }

    /** @param user {@code tenant/userId} */
    public record Loss(Instant at, String user, String what) {}

    List<Loss> after(Instant moment) {
        List<Loss> losses = new ArrayList<>();
        folder.manifest().topics().stream()
                .filter(topic -> topic.name().equals("pin.events"))
                .flatMap(topic -> topic.parts().stream())
                .forEach(part -> RecordFile.read(folder.file(part.file()), record -> {
                    String what = TYPES.get(type(record));
                    if (what != null && record.timestamp() > moment.toEpochMilli()) {
                        losses.add(new Loss(
                                Instant.ofEpochMilli(record.timestamp()), new String(record.key(), UTF_8), what));
                    }
                }));
        losses.sort(Comparator.comparing(Loss::at));
        return losses;
    }

    private static String type(StoredRecord record) {
        return record.headers().stream()
                .filter(header -> header.name().equals("ce_type"))
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElse("");
    }
}
