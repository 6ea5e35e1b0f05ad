package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.backup.BackupFolder;
import dev.foyer.local.backup.JournalEnds;
import dev.foyer.local.backup.Manifest;
import dev.foyer.local.backup.Restored;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Folds the journals up to the moment of a backup, and compares what comes of it with what came of it when the backup was taken. */
public final class BackupCheck {

    private final Home home;
    private final Console console;
    private final StateHashes hashes;

    /**
     * @param ports where the services listen
     * @param home of the running Foyer: the one that was backed up, or one that was restored from that
     */
    public BackupCheck(Ports ports, Home home, Console console) {
        this.home = home;
        this.console = console;
        this.hashes = new StateHashes(ports, home);
    }

    /**
     * False when anything differs. Of an earlier moment than the backup's there is nothing to compare with: the numbers are said, to be
     * compared with those of the other Foyer.
     *
     * @param until {@code null}: the backup's moment, or the one as of which this Foyer was restored
     */
    public boolean agrees(BackupFolder folder, Instant until) {
        Manifest manifest = folder.manifest();
        Restored restored = Restored.of(home).orElse(null);
        Instant moment = until != null ? until : restored != null ? restored.moment() : manifest.moment();
        Map<String, List<Long>> ends = restored != null ? restored.ends() : JournalEnds.at(folder, moment);
        boolean same = true;
        for (Map.Entry<String, List<Long>> service : ends.entrySet()) {
            List<Manifest.States> wanted = moment.equals(manifest.moment())
                    ? manifest.states().getOrDefault(service.getKey(), List.of())
                    : List.of();
            for (Manifest.States found : hashes.states(service.getKey(), service.getValue())) {
                same &= report(service.getKey(), found, wanted);
            }
        }
        return same;
    }

    private boolean report(String service, Manifest.States found, List<Manifest.States> wanted) {
        String verdict = wanted.isEmpty()
                ? ""
                : wanted.get(found.partition()).hash().equals(found.hash()) ? ": the same" : ": ANOTHER";
        console.say(String.format(
                "%-21s partition %d: %d aggregates, %s%s",
                service, found.partition(), found.aggregates(), found.hash(), verdict));
        return !verdict.endsWith("ANOTHER");
    }
}
