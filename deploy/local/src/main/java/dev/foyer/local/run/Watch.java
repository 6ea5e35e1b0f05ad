package dev.foyer.local.run;

import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.load.FirstStart;

/** {@code ./foyer up}: brings everything up, then stays and serves requests until SIGINT or SIGTERM. */
public final class Watch {

    private final Setup setup;
    private final Console console;
    private final boolean withWelcome;
    private volatile boolean stopping;

    /**
     * @param console where progress, and later what happens to the processes, is told
     * @param withWelcome whether addresses and passwords are told there too
     */
    public Watch(Setup setup, Console console, boolean withWelcome) {
        this.setup = setup;
        this.console = console;
        this.withWelcome = withWelcome;
    }

    /** Returns only when it is stopped; throws {@link dev.foyer.local.CannotRun} when it does not come up. */
    public void run() {
        Home home = setup.home();
        LocalFoyer foyer = LocalFoyer.prepare(setup, console);
        Supervisor.enter(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(foyer), "stop"));
        Requests requests = new Requests(home);
        requests.clear();
        try {
            foyer.keepUp();
            foyer.bringUp();
            if (setup.demoTenants()) {
                FirstStart.of(foyer, console);
            }
        } catch (RuntimeException e) {
            if (stopping) {
                return;
            }
            throw e;
        }
        if (withWelcome) {
            Welcome.say(home, foyer.ports(), foyer.accounts(), setup.hasPhones(), console);
        }
        Supervisor.ready(home);
        Pause.meanwhile(() -> requests.serve(foyer), () -> stopping);
    }

    private void stop(LocalFoyer foyer) {
        stopping = true;
        console.say("Stopping.");
        foyer.close();
        Supervisor.leave(setup.home());
        console.say("Foyer is down.");
    }
}
