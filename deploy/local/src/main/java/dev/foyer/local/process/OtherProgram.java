package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running program that is none of Foyer's; it has a record on disk as Foyer's own, so that a later run finds what was left. */
public final class OtherProgram {

    /** Reads metrics and judges rules. */
    public static final String PROMETHEUS = "prometheus";

    /** Gathers alerts. */
    public static final String ALERTMANAGER = "alertmanager";

    /** All there are. */
    static final List<String> NAMES = List.of(ALERTMANAGER, PROMETHEUS);

    private static final Duration POLITE = Duration.ofSeconds(20);

    private final Home home;
    private final String name;
    private final Process process;

    private OtherProgram(Home home, String name, Process process) {
        this.home = home;
        this.name = name;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param command with the home in it, by which a later run knows it
     * @throws CannotRun when the operating system refuses
     */
    public static OtherProgram start(Home home, String name, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.scratch().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("FOYER_"));
        try {
            Process process = builder.start();
            ProcessRecord.of(name, process.toHandle(), List.of(command.get(1))).write(home);
            new BoundedLog(home.log(name)).follow(process.getInputStream());
            return new OtherProgram(home, name, process);
        } catch (IOException e) {
            throw new CannotRun(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Which one it is. */
    public String name() {
        return name;
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, waits, then ends it. Returns when it is gone. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ProcessRecord.delete(home, name);
    }
}
