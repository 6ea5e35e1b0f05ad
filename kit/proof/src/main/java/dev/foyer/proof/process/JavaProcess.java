package dev.foyer.proof.process;

import dev.foyer.local.home.Home;
import dev.foyer.local.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One JVM that this one started. It dies with this one. Thread-safe. */
public final class JavaProcess implements AutoCloseable {

    private static final int POLITE_SECONDS = 30;

    private final Process process;
    private final Path log;
    private final Thread hook;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts it; what it prints goes to its log in that home. */
    public static JavaProcess start(Home home, String name, int heapMegabytes, Class<?> main, Object... arguments) {
        return start(List.of(), home, name, heapMegabytes, main, arguments);
    }

    /** Starts it inside something else, e.g. {@code ip netns exec name}. */
    public static JavaProcess start(
            List<String> inside, Home home, String name, int heapMegabytes, Class<?> main, Object... arguments) {
        List<String> java = JavaCommand.of(home, name, heapMegabytes, JavaCommand.program(main, arguments));
        return start(
                home,
                name,
                Stream.concat(inside.stream(), java.stream()).toList(),
                Map.of("CLASSPATH", Classpath.own()));
    }

    /** Starts a packaged service, which takes its configuration from that environment. */
    public static JavaProcess startJar(
            Home home, String name, int heapMegabytes, Path jar, Map<String, String> environment) {
        return start(
                home, name, JavaCommand.of(home, name, heapMegabytes, List.of("-jar", jar.toString())), environment);
    }

    private static JavaProcess start(Home home, String name, List<String> command, Map<String, String> environment) {
        Path log = home.log(name);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has used of the processors since it was started, in seconds. */
    public double cpuSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** kill -9. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    /** SIGTERM, and after 30 s kill -9. Returns when it is gone. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(POLITE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        gone();
    }

    /** SIGSTOP: it lives, and does nothing. */
    public void pause() {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if nothing had been. */
    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last lines that it printed, for messages. */
    public String lastLines(int lines) {
        try (Stream<String> all = Files.lines(log)) {
            List<String> list = all.toList();
            return String.join("\n", list.subList(Math.max(0, list.size() - lines), list.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(no log)";
        }
    }

    private void gone() {
        process.onExit().join();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // The hooks are running: it has nothing left to do.
        }
    }

    @Override
    public void close() {
        stop();
    }
}
