package dev.foyer.service.log;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Lets a warning through once, and then only counts those like it: the log says a state when it begins, and from time to time
 * how often it was met since. Without it each client of an absent broker writes lines without end. What is no warning is
 * never held back; of errors only those with the same text are. That a client hung up before its answer was written is not said.
 */
@LoggingFilter(name = "repeats")
public final class RepeatFilter implements Filter {

    private static final Logger LOG = Logger.getLogger(RepeatFilter.class);

    private static final String SERVER = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    private final Repeats repeats = new Repeats(RepeatFilter::later, RepeatFilter::say);

    @Override
    public boolean isLoggable(LogRecord line) {
        return RepeatFilter.class.getName().equals(line.getLoggerName())
                || !isOfAClientThatHungUp(line) && repeats.isNews(line);
    }

    /** Whoever asks may go before the answer is written: that is no error of ours, whatever the server calls it. */
    private static boolean isOfAClientThatHungUp(LogRecord line) {
        return line.getThrown() instanceof HttpClosedException && SERVER.equals(line.getLoggerName());
    }

    private static void later(Duration wait, Runnable task) {
        Executor delayed = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
        delayed.execute(task);
    }

    private static void say(String what, long times, Duration within) {
        LOG.warnf("%d times more within %d s: %s", times, within.toSeconds(), what);
    }
}
