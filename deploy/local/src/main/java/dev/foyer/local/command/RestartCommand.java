package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.process.Component;
import dev.foyer.local.run.Requests;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts one process again, whether it runs or not, and returns when it is ready. */
@Command(name = "restart", description = "Start one process again and wait until it is ready.")
public final class RestartCommand implements Runnable {

    @Parameters(paramLabel = "service", description = "As ./foyer status names it.")
    private String service;

    @Override
    public void run() {
        Home home = Setup.of(System.getenv()).home();
        Component component = Component.titled(service);
        if (!Supervisor.isReady(home)) {
            throw new CannotRun("Foyer does not run (or is still starting); ./foyer up starts it.");
        }
        new Requests(home).askRestart(component);
        System.out.println(component + " runs again and is ready.");
    }
}
