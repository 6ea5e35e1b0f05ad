package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.backup.Backup;
import dev.foyer.local.backup.KeyIds;
import dev.foyer.local.backup.Manifest;
import dev.foyer.local.broker.SuperUser;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.StateHashes;
import dev.foyer.local.run.Supervisor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a backup while everything works. */
@Command(
        name = "backup",
        description =
                "Save what is in the topics, who may do what and how far everybody has read, while Foyer works; keys and"
                        + " passwords are not in it.")
public final class BackupCommand implements Runnable {

    @Parameters(
            paramLabel = "folder",
            description = "Where to; a folder of its own, new or of an attempt that was killed.")
    private Path folder;

    @Mixin
    private Elsewhere elsewhere;

    @Override
    public void run() {
        Optional<Map<String, Object>> other = elsewhere.connection();
        Manifest taken = other.isPresent() ? of(other.get()) : ofThisFoyer(Setup.of(System.getenv()));
        System.out.println("The backup of " + taken.moment() + " is whole, in " + folder.toAbsolutePath() + ".");
        System.out.println("Keys and passwords are not in it: keep a copy of "
                + (other.isPresent()
                        ? "the Secrets"
                        : Setup.of(System.getenv()).home().secrets().toString())
                + " somewhere else.");
        if (taken.keys().isEmpty()) {
            System.out.println("It does not say which keys those are, so a restore cannot check that they are there:"
                    + " --secrets names the folder that they come from.");
        }
        if (taken.states().isEmpty()) {
            System.out.println("It does not say what the journals came to, so nothing can be compared after a restore:"
                    + " --service says where each service is asked.");
        }
    }

    private Manifest of(Map<String, Object> other) {
        Backup.Asking asking =
                elsewhere.states().<Backup.Asking>map(hashes -> hashes).orElse(Backup.Asking.NOBODY);
        Map<String, List<Manifest.Key>> keys =
                elsewhere.secrets().map(KeyIds::of).orElse(Map.of());
        if (elsewhere.secrets().isPresent() && keys.isEmpty()) {
            throw new CannotRun("No key that a backup depends on is in "
                    + elsewhere.secrets().get() + "; name the folder that the Secrets were made of.");
        }
        return new Backup(other, folder, Console.terminal()).take(keys, version(), asking);
    }

    private Manifest ofThisFoyer(Setup setup) {
        elsewhere.refuseForThisFoyer();
        Home home = setup.home();
        if (!Supervisor.isReady(home)) {
            throw new CannotRun(
                    "Foyer does not run from " + home.root() + " (or is still starting); ./foyer up starts it.");
        }
        Ports ports = Ports.read(home).orElse(setup.ports());
        return new Backup(SuperUser.connection(home), folder, Console.terminal())
                .take(KeyIds.of(home.secrets()), version(), new StateHashes(ports, home));
    }

    private static String version() {
        String version = BackupCommand.class.getPackage().getImplementationVersion();
        return version == null ? "of a checkout" : version;
    }
}
