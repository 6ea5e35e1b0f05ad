package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.backup.BackupFolder;
import dev.foyer.local.backup.KeyIds;
import dev.foyer.local.backup.Losses;
import dev.foyer.local.backup.LostPins;
import dev.foyer.local.backup.Restore;
import dev.foyer.local.backup.Restored;
import dev.foyer.local.home.Home;
import dev.foyer.local.load.FirstStart;
import dev.foyer.local.run.BrokerAlone;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a cluster say what a backup has, as of some moment. */
@Command(
        name = "restore",
        description = "Write a backup into a Foyer that is empty and does not run; its secrets folder must be there.")
public final class RestoreCommand implements Runnable {

    /** Of a cluster elsewhere: in the folder where it is called. */
    private static final Path NOTES = Path.of("foyer-restored");

    @Parameters(paramLabel = "folder", description = "The backup.")
    private Path folder;

    @Option(
            names = "--until",
            paramLabel = "time",
            description = "As of an earlier moment than the backup's, such as 2026-11-27T10:15:30Z.")
    private Instant until;

    @Mixin
    private Elsewhere elsewhere;

    @Override
    public void run() {
        Optional<Map<String, Object>> other = elsewhere.connection();
        if (other.isPresent()) {
            into(other.get());
        } else {
            elsewhere.refuseForThisFoyer();
            intoThisFoyer(Setup.of(System.getenv()));
        }
        System.out.println("The restore has ended: Foyer may start.");
    }

    /** Nothing of it is on this machine but what is to be known of it afterwards. */
    private void into(Map<String, Object> other) {
        elsewhere
                .secrets()
                .ifPresent(secrets ->
                        KeyIds.check(new BackupFolder(folder).manifest().keys(), secrets));
        new Restore(other, folder, Console.terminal()).into(until, done -> {
            LostPins lost = LostPins.write(done.losses(), NOTES);
            new Restored(done.moment(), done.ends()).write(NOTES.resolve("restored.json"));
            report(done, lost, true);
        });
    }

    private void intoThisFoyer(Setup setup) {
        Home home = setup.home();
        if (Supervisor.find(home).isPresent()) {
            throw new CannotRun(
                    "Foyer runs from " + home.root() + "; a restore wants an empty one that does not run: ./foyer"
                            + " down stops it, another FOYER_HOME is another one.");
        }
        KeyIds.check(new BackupFolder(folder).manifest().keys(), home.secrets());
        BrokerAlone.of(
                setup,
                Console.terminal(),
                connection -> new Restore(connection, folder, Console.terminal()).into(until, done -> {
                    new Restored(done.moment(), done.ends()).write(home);
                    FirstStart.isDone(home);
                    report(done, LostPins.write(done.losses(), home.root().resolve("lost-pins")), false);
                }));
    }

    private void report(Restore.Done done, LostPins lost, boolean isElsewhere) {
        System.out.println("All is as it was at " + done.moment() + ".");
        if (isElsewhere) {
            System.out.println("Start notification-service with FOYER_RESTORED_AT=" + done.moment()
                    + ": mails of before then may have left since, and must not leave by themselves. Compare with what was:"
                    + " ./foyer verify --backup " + folder + " --restored " + NOTES.resolve("restored.json")
                    + ", with --secrets and --service.");
        }
        System.out.println("Mails that were on their way are held with the reason RESTORED: release or discard them.");
        if (done.losses().isEmpty()) {
            System.out.println("The backup knows of no PIN that was made or locked after that.");
        } else {
            System.out.println(
                    "What happened to PINs after that is lost. Who got a PIN then has one that does not work: reset"
                            + " it, or let the old one hold:");
            for (Losses.Loss loss : done.losses()) {
                System.out.println("  " + loss.at() + "  " + loss.user() + "  " + loss.what());
            }
            System.out.println("That list is in " + lost.all() + ". To give them PINs that work, as each tenant's"
                    + " administrator:");
            lost.campaigns()
                    .forEach((file, action) ->
                            System.out.println("  ./foyerctl campaign run " + file + " --action " + action));
        }
    }
}
