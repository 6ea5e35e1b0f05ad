package dev.foyer.local.command;

import dev.foyer.local.Console;
import dev.foyer.local.home.Repository;
import dev.foyer.local.upgrade.UpgradeCheck;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares what two versions say of themselves. Exit code 0 when they may work side by side, 1 otherwise. */
@Command(
        name = "upgrade-check",
        description =
                "Say whether Foyer can be upgraded instance by instance while it works, and why not; exit code 0 when"
                        + " it can.")
public final class UpgradeCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "from", description = "What runs now: a commit, or the folder of a checkout.")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "version",
            description = "What is to run: a commit or a folder; this checkout when left out.")
    private String to;

    @Override
    public Integer call() {
        Path repository = Repository.find().root();
        UpgradeCheck check = UpgradeCheck.of(repository, from, to == null ? repository.toString() : to);
        check.tell(Console.terminal());
        return check.isRolling() ? 0 : 1;
    }
}
