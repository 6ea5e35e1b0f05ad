package dev.foyer.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brokers and mail servers in the JVM of a test tell their life in some hundred lines per start, which cost time and hide
 * what the tests print. Warnings stay.
 */
public final class QuietLogs {

    /** Kept, because a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("state.change.logger"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("com.icegreen.greenmail"));

    private QuietLogs() {}

    /** For the whole JVM; may be called again. */
    public static void set() {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
