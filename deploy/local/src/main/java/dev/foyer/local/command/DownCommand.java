package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import dev.foyer.local.process.Leftovers;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** Stops everything and returns when no process is left. */
@Command(name = "down", description = "Stop everything.")
public final class DownCommand implements Runnable {

    private static final int PATIENCE_SECONDS = 120;

    @Override
    public void run() {
        Home home = Setup.of(System.getenv()).home();
        home.create();
        boolean ran = Supervisor.find(home).map(DownCommand::end).isPresent();
        List<String> left = Leftovers.stop(home);
        if (!left.isEmpty()) {
            System.out.println("Stopped what an earlier run had left: " + String.join(", ", left) + ".");
        }
        System.out.println(ran || !left.isEmpty() ? "Foyer is down." : "Foyer does not run.");
    }

    private static ProcessHandle end(ProcessHandle supervisor) {
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return supervisor;
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
            return supervisor;
        } catch (InterruptedException | ExecutionException e) {
            throw new CannotRun("Foyer could not be stopped: " + e.getMessage(), e);
        }
    }
}
