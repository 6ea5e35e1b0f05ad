package dev.foyer.local.command;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Component;
import dev.foyer.local.process.ProcessRecord;
import dev.foyer.local.run.Readiness;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which processes run. Exit code 0 when all are ready, 1 otherwise. */
@Command(name = "status", description = "Show which processes run; exit code 0 when all are ready.")
public final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Setup setup = Setup.of(System.getenv());
        Home home = setup.home();
        if (Supervisor.find(home).isEmpty()) {
            System.out.println("Foyer does not run from " + home.root() + "; ./foyer up starts it.");
            return 1;
        }
        boolean all = true;
        Ports ports = Ports.read(home).orElse(setup.ports());
        try (Readiness readiness = new Readiness(ports)) {
            for (Component component : Component.values()) {
                Optional<ProcessHandle> process =
                        ProcessRecord.read(home, component.title()).flatMap(ProcessRecord::alive);
                boolean ready = process.isPresent() && readiness.isReady(component);
                all &= ready;
                System.out.println(String.format(
                        Locale.ROOT,
                        "%-21s %-9s port %-6d %s",
                        component.title(),
                        ready ? "ready" : process.isPresent() ? "not ready" : "down",
                        ports.of(component.endpoint()),
                        process.map(p -> "pid " + p.pid()).orElse("./foyer restart " + component.title())));
            }
        }
        return all ? 0 : 1;
    }
}
