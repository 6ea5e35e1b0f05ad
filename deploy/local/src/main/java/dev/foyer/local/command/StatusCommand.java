package dev.foyer.local.command;

import dev.foyer.local.Console;
import dev.foyer.local.home.Ports;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which processes run. Exit code 0 when all are ready, 1 otherwise. */
@Command(name = "status", description = "Show which processes run; exit code 0 when all are ready.")
public final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Setup setup = Setup.of(System.getenv());
        Ports ports = Ports.read(setup.home()).orElse(setup.ports());
        return new StatusReport(setup.home(), ports, Console.terminal()).say() ? 0 : 1;
    }
}
