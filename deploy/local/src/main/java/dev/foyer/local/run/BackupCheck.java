package dev.foyer.local.run;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.backup.Backup;
import dev.foyer.local.backup.BackupFolder;
import dev.foyer.local.backup.JournalEnds;
import dev.foyer.local.backup.Manifest;
import dev.foyer.local.backup.Restored;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds the journals up to the moment of a backup, and compares what comes of it with what came of it when the backup was taken. */
public final class BackupCheck {

    private final Optional<Restored> restored;
    private final Console console;
    private final Backup.Asking hashes;

    /**
     * @param ports where the services listen
     * @param home of the running Foyer: the one that was backed up, or one that was restored from that
     */
    public BackupCheck(Ports ports, Home home, Console console) {
        this(new StateHashes(ports, home), Restored.of(home), console);
    }

    /**
     * @param hashes asks the services of a Foyer
     * @param restored how that one was restored; empty: it is the one that was backed up
     */
    public BackupCheck(Backup.Asking hashes, Optional<Restored> restored, Console console) {
        this.hashes = hashes;
        this.restored = restored;
        this.console = console;
    }

    /**
     * False when anything differs, and when there is nothing to compare with: then nothing is known to be the same. Of a moment that
     * somebody asks for the numbers are only said, to be compared with those of the other Foyer.
     *
     * @param until {@code null}: the backup's moment, or the one as of which this Foyer was restored
     */
    public boolean agrees(BackupFolder folder, Instant until) {
        Manifest manifest = folder.manifest();
        Instant moment = until != null ? until : restored.map(Restored::moment).orElse(manifest.moment());
        if (restored.isPresent() && !restored.get().moment().equals(moment)) {
            throw new CannotRun(
                    "This Foyer was restored as of " + restored.get().moment()
                            + ", and knows what its journals came to only then; leave --until out, or give that.");
        }
        boolean isOfBackup = moment.equals(manifest.moment());
        Map<String, List<Long>> ends = restored.map(Restored::ends).orElseGet(() -> JournalEnds.at(folder, moment));
        boolean same = true;
        boolean compared = !ends.isEmpty();
        for (Map.Entry<String, List<Long>> service : ends.entrySet()) {
            List<Manifest.States> wanted =
                    isOfBackup ? manifest.states().getOrDefault(service.getKey(), List.of()) : List.of();
            List<Manifest.States> found = hashes.states(service.getKey(), service.getValue());
            compared &= !wanted.isEmpty();
            for (Manifest.States each : found) {
                same &= report(service.getKey(), each, wanted);
            }
            same &= wanted.isEmpty() || wanted.size() == found.size();
        }
        return compared ? same : isOnlyShown(manifest, moment, until);
    }

    private boolean isOnlyShown(Manifest manifest, Instant moment, Instant until) {
        if (moment.equals(manifest.moment())) {
            console.say(
                    "The backup does not have all of these numbers (nobody was asked for them when it was taken), so"
                            + " nothing is known to be the same.");
            return false;
        }
        console.say("The backup has no numbers of " + moment + ", so nothing is compared"
                + (until == null ? "; with --until " + moment + " they are only shown." : "."));
        return until != null;
    }

    private boolean report(String service, Manifest.States found, List<Manifest.States> wanted) {
        String verdict = wanted.isEmpty() ? "" : isAmong(wanted, found) ? ": the same" : ": ANOTHER";
        console.say(String.format(
                "%-21s partition %d: %d aggregates, %s%s",
                service, found.partition(), found.aggregates(), found.hash(), verdict));
        return !verdict.endsWith("ANOTHER");
    }

    private static boolean isAmong(List<Manifest.States> wanted, Manifest.States found) {
        return wanted.stream()
                .anyMatch(each ->
                        each.partition() == found.partition() && each.hash().equals(found.hash()));
    }
}
