package dev.foyer.service.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What of the server's errors is one. */
@Tag("case-S9")
class RepeatFilterTest {

    private static final String SERVER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private final RepeatFilter filter = new RepeatFilter();

    private static LogRecord error(String logger, Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "HTTP Request to /q/metrics failed, error id: 1");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return line;
    }

    @Test
    void thatAClientHungUpIsNone() {
        assertFalse(filter.isLoggable(error(SERVER, new HttpClosedException("Connection was closed"))));
    }

    @Test
    void whatBrokeHereIsOne() {
        assertTrue(filter.isLoggable(error(SERVER, new IOException("disk full"))));
        assertTrue(filter.isLoggable(error("dev.foyer.Any", new HttpClosedException("Connection was closed"))));
    }
}
