package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code foyerctl} in a terminal of its own, which {@code script} makes: keys go in, and what the screen was sent comes out. */
final class TypedTerminal implements AutoCloseable {

    /** A terminal that nobody sees has no size. */
    private static final String SIZED = "stty rows 40 cols 120; ";

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Process typed;
    private final StringBuilder seen = new StringBuilder();
    private boolean ended;
    private int looked;

    TypedTerminal(CtlProcess ctl, String... arguments) throws IOException {
        String foyerctl = Repository.find().root().resolve("foyerctl") + " " + String.join(" ", arguments);
        // Whoever is started in the background ignores Ctrl-C, and so do all that it starts.
        ProcessBuilder builder =
                ctl.builder("env", "--default-signal=INT", "script", "-qefc", SIZED + foyerctl.strip(), "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        typed = builder.start();
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        byte[] some = new byte[8192];
        try (InputStream screen = typed.getInputStream()) {
            for (int n = screen.read(some); n >= 0; n = screen.read(some)) {
                add(new String(some, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // It has ended.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void add(String more) {
        seen.append(more);
        notifyAll();
    }

    /** Waits until the screen shows that, behind what was waited for before. */
    synchronized String until(String regex) throws InterruptedException {
        Pattern wanted = Pattern.compile(regex, Pattern.DOTALL);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Matcher found = wanted.matcher(seen).region(looked, seen.length());
            if (found.find()) {
                looked = found.end();
                return found.group();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertTrue(!ended && left > 0, () -> "no " + regex + " behind " + looked + " in " + seen);
            wait(left);
        }
    }

    void type(String keys) throws IOException {
        typed.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        typed.getOutputStream().flush();
    }

    /** How it ended. */
    int code() throws InterruptedException {
        assertTrue(typed.waitFor(1, TimeUnit.MINUTES), () -> seen.toString());
        return typed.exitValue();
    }

    @Override
    public void close() {
        typed.destroy();
    }
}
