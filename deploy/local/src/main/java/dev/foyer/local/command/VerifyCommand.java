package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.JournalCheck;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets each running service check its log. Exit code 0 when all agree, 1 otherwise. */
@Command(
        name = "verify",
        description =
                "Fold the journals of the running services anew and compare with their snapshots; exit code 0 when"
                        + " they agree.")
public final class VerifyCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Setup setup = Setup.of(System.getenv());
        Home home = setup.home();
        if (Supervisor.find(home).isEmpty()) {
            throw new CannotRun("Foyer does not run from " + home.root() + "; ./foyer up starts it.");
        }
        Ports ports = Ports.read(home).orElse(setup.ports());
        return new JournalCheck(ports, home, Console.terminal()).allAgree() ? 0 : 1;
    }
}
