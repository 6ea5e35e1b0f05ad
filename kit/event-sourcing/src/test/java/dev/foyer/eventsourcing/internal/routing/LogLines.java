package dev.foyer.eventsourcing.internal.routing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that our code says while it is open, however unimportant. */
final class LogLines extends Handler implements AutoCloseable {

    private final Logger ours = Logger.getLogger("dev.foyer");
    private final Level before = ours.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogLines() {
        setFormatter(new SimpleFormatter());
        setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        ours.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ours.removeHandler(this);
        ours.setLevel(before);
    }
}
