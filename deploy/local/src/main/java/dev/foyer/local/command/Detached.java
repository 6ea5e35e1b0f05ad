package dev.foyer.local.command;

import dev.foyer.local.CannotRun;
import dev.foyer.local.Console;
import dev.foyer.local.Foyer;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.local.process.AotCache;
import dev.foyer.local.process.JavaCommand;
import dev.foyer.local.run.AotCaches;
import dev.foyer.local.run.Setup;
import dev.foyer.local.run.Supervisor;
import dev.foyer.local.run.Welcome;
import dev.foyer.local.secrets.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code up --detach}: the supervisor in a session of its own, its log shown here until everything is ready. */
final class Detached {

    /** Name of the supervisor's own log. */
    static final String LOG = "foyer";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int HEAP_MEGABYTES = 192;

    private final Setup setup;
    private final Console console;

    Detached(Setup setup, Console console) {
        this.setup = setup;
        this.console = console;
    }

    void run() {
        Home home = setup.home();
        home.create();
        if (Supervisor.find(home).isPresent()) {
            throw new CannotRun("Foyer already runs from " + home.root() + "; ./foyer status shows it.");
        }
        Path log = home.log(LOG);
        LogFollower follower = LogFollower.fromEnd(log);
        Process supervisor = launch(home, log);
        Thread stopToo = new Thread(supervisor::destroy);
        Runtime.getRuntime().addShutdownHook(stopToo);
        boolean ended = Pause.untilTrue(PATIENCE, () -> {
            boolean over = Supervisor.isReady(home) || !supervisor.isAlive();
            follower.newLines().forEach(console::say);
            return over;
        });
        if (!ended || !supervisor.isAlive()) {
            // Its own sentence was the last line shown.
            System.exit(1);
        }
        Runtime.getRuntime().removeShutdownHook(stopToo);
        Welcome.say(home, setup.ports(), Secrets.accountsOf(home), setup.hasPhones(), console);
        console.say("It runs in the background; ./foyer down stops it.");
    }

    private Process launch(Home home, Path log) {
        List<String> program = new ArrayList<>(List.of(JavaCommand.LITTLE_WORK));
        new AotCaches(setup.repository()).launcher().map(AotCache::flags).ifPresent(program::addAll);
        program.addAll(JavaCommand.program(Foyer.class, "up", "--in-background"));
        if (!setup.demoTenants()) {
            program.add("--empty");
        }
        if (setup.observed().isPresent()) {
            program.add("--observe");
        }
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(home, "supervisor", HEAP_MEGABYTES, program))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", setup.repository().classPath());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new CannotRun("Foyer could not be started in the background: " + e.getMessage(), e);
        }
    }
}
