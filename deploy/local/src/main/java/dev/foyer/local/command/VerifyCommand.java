package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.backup.BackupFolder;
import dev.foyer.local.backup.Restored;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.BackupCheck;
import dev.foyer.local.run.JournalCheck;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.StateHashes;
import dev.foyer.local.run.Supervisor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets each running service check its log. Exit code 0 when all agree, 1 otherwise. */
@Command(
        name = "verify",
        description =
                "Fold the journals of the running services anew and compare with their snapshots; exit code 0 when"
                        + " they agree.")
public final class VerifyCommand implements Callable<Integer> {

    @Option(
            names = "--backup",
            paramLabel = "folder",
            description =
                    "Compare with this backup instead: with what the services made of their journals when it was taken.")
    private Path backup;

    @Option(
            names = "--until",
            paramLabel = "time",
            description =
                    "With --backup, of an earlier moment: show the numbers, which are to be the same before and after a restore.")
    private Instant until;

    @Mixin
    private Elsewhere elsewhere;

    @Option(
            names = "--restored",
            paramLabel = "file",
            description =
                    "With --service, of a Foyer that was restored: the restored.json that ./foyer restore has written.")
    private Path restored;

    @Override
    public Integer call() {
        if (until != null && backup == null) {
            throw new CannotRun("--until says of which moment of a backup; give --backup, too.");
        }
        Optional<StateHashes> services = elsewhere.states();
        if (services.isPresent()) {
            return agrees(services.get()) ? 0 : 1;
        }
        if (restored != null || elsewhere.connection().isPresent()) {
            throw new CannotRun("A Foyer elsewhere is verified by its services; give --service and --secrets.");
        }
        elsewhere.refuseForThisFoyer();
        Setup setup = Setup.of(System.getenv());
        Home home = setup.home();
        if (Supervisor.find(home).isEmpty()) {
            throw new CannotRun("Foyer does not run from " + home.root() + "; ./foyer up starts it.");
        }
        Ports ports = Ports.read(home).orElse(setup.ports());
        if (backup != null) {
            return new BackupCheck(ports, home, Console.terminal()).agrees(new BackupFolder(backup), until) ? 0 : 1;
        }
        return new JournalCheck(ports, home, Console.terminal()).allAgree() ? 0 : 1;
    }

    private boolean agrees(StateHashes services) {
        if (backup == null) {
            throw new CannotRun("Of a Foyer elsewhere only a backup is compared; give --backup, too.");
        }
        return new BackupCheck(services, Optional.ofNullable(restored).map(Restored::read), Console.terminal())
                .agrees(new BackupFolder(backup), until);
    }
}
