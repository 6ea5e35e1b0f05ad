package dev.foyer.local.process;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Home;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running component. Its record is on disk from its start until its end was noticed. Safe for use by several threads. */
public final class Child {

    /** Longer than a service takes to answer what is under way, and then to send what it has begun. */
    private static final Duration POLITE = Duration.ofSeconds(45);

    private final ChildSpec spec;
    private final Home home;
    private final Process process;
    private final Thread log;
    private final Instant started = Instant.now();
    private volatile boolean stopping;

    private Child(ChildSpec spec, Home home, Process process, Thread log) {
        this.spec = spec;
        this.home = home;
        this.process = process;
        this.log = log;
    }

    /** Starts it; throws {@link CannotRun} when the operating system refuses. */
    public static Child start(ChildSpec spec, Home home) {
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(home.scratch().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        // Passwords and the like are for the launcher; a child gets what its specification says.
        builder.environment().keySet().removeIf(name -> name.startsWith("FOYER_"));
        builder.environment().putAll(spec.environment());
        try {
            Process process = builder.start();
            ProcessRecord.of(home, spec.name(), process.toHandle()).write(home);
            Thread log = new BoundedLog(home.log(spec.name())).follow(process.getInputStream());
            return new Child(spec, home, process, log);
        } catch (IOException e) {
            throw new CannotRun(spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Which component it is. */
    public Component component() {
        return spec.component();
    }

    /** As the operating system numbers it. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Since when it runs, or ran. */
    public Instant started() {
        return started;
    }

    /** Its exit code; only after its end. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Calls back when it ends by itself, not when it is stopped here. */
    public void onUnexpectedEnd(Consumer<Child> listener) {
        process.onExit().thenRun(() -> {
            if (!stopping) {
                ProcessRecord.delete(home, spec.name());
                listener.accept(this);
            }
        });
    }

    /** Asks it to end, waits, and after 45 s ends it. Returns when it is gone. */
    public void stop() {
        stopping = true;
        // Not Process.destroy(), which closes its output, too: what it says while it stops belongs into its log.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(POLITE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ProcessRecord.delete(home, spec.name());
    }

    /** kill -9, for tests; the end counts as unexpected. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The last lines that it printed, after its end. */
    public List<String> lastLines(int lines) {
        try {
            log.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return BoundedLog.tail(home.log(spec.name()), lines);
    }
}
