package dev.foyer.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** All that our code, and what it has under it for HTTP, tokens and SCIM, says while it is open, however unimportant. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Map<Logger, Level> before = new HashMap<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines() {
        setFormatter(new SimpleFormatter());
        setLevel(Level.ALL);
        Stream.of("dev.foyer", "org.jose4j", "org.jboss.resteasy", "io.quarkus.vertx", "de.captaingoldfish")
                .map(Logger::getLogger)
                .forEach(logger -> {
                    before.put(logger, logger.getLevel());
                    logger.setLevel(Level.ALL);
                    logger.addHandler(this);
                });
    }

    public List<String> lines() {
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
        before.forEach((logger, level) -> {
            logger.removeHandler(this);
            logger.setLevel(level);
        });
    }
}
