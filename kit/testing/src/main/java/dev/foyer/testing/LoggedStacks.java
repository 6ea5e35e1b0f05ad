package dev.foyer.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps what this process logs with a stack, or as an error, while it watches. Thread-safe.
 *
 * <p>Vert.x's watch over its threads is left out: it reports how long a thread stood, with where it stood as a stack,
 * and on a machine that runs two builds that is a fact about the machine.
 */
public final class LoggedStacks extends Handler {

    private static final String WATCH_OVER_THREADS = "io.vertx.core.impl.BlockedThreadChecker";

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    private LoggedStacks() {}

    /** From now until {@link #end}. */
    public static LoggedStacks watch() {
        LoggedStacks stacks = new LoggedStacks();
        Logger.getLogger("").addHandler(stacks);
        return stacks;
    }

    /** Each in a line. */
    public List<String> end() {
        Logger.getLogger("").removeHandler(this);
        return List.copyOf(seen);
    }

    @Override
    public void publish(LogRecord record) {
        if (WATCH_OVER_THREADS.equals(record.getLoggerName())) {
            return;
        }
        if (record.getThrown() != null && record.getLevel().intValue() > Level.FINE.intValue()
                || record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            seen.add(record.getLoggerName() + ": " + record.getMessage() + " " + record.getThrown());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // It holds nothing that must be given back.
    }
}
