package dev.foyer.service.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtLogRecord;

/** Which lines of a log were there already, and how often. Thread-safe; does not block. */
final class Repeats {

    /** Doubles as long as the lines go on. */
    private static final Duration FIRST_WINDOW = Duration.ofMinutes(1);

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    /** More kinds of warnings at a time are let through: this is for what repeats itself. */
    private static final int MOST_KINDS = 500;

    /** Of which client, partition, node, or attempt it is makes no other state of it. */
    private static final Pattern WHOSE = Pattern.compile("^\\[[^]]*] ?|-?[0-9]+");

    /** SmallRye says at each question that something is down, as information, and in another order each time. */
    private static final String HEALTH = "io.smallrye.health";

    private static final Pattern DOWN = Pattern.compile("\"name\":\"([^\"]*)\",\"status\":\"DOWN\"");

    private final BiConsumer<Duration, Runnable> timer;
    private final Summary summary;
    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();

    /** Says how often something was said again. */
    @FunctionalInterface
    interface Summary {
        void say(String what, long times, Duration within);
    }

    private record Kind(String logger, Level level, String text, String thrown) {}

    private static final class Count {
        private final String what;
        private Duration window = FIRST_WINDOW;
        private long times;

        Count(String what) {
            this.what = what;
        }
    }

    /** @param timer runs something later */
    Repeats(BiConsumer<Duration, Runnable> timer, Summary summary) {
        this.timer = timer;
        this.summary = summary;
    }

    /** Whether the line is to be written. */
    boolean isNews(LogRecord line) {
        boolean health = HEALTH.equals(line.getLoggerName());
        if (!health && line.getLevel().intValue() < Level.WARNING.intValue()) {
            return true;
        }
        String text = text(line);
        Throwable thrown = line.getThrown();
        Kind kind = new Kind(
                line.getLoggerName(),
                line.getLevel(),
                health ? down(text) : said(line.getLevel(), text),
                thrown == null ? "" : thrown.getClass().getName());
        if (counts.size() >= MOST_KINDS && !counts.containsKey(kind)) {
            return true;
        }
        Count first = new Count(text);
        Count count = counts.putIfAbsent(kind, first);
        if (count == null) {
            timer.accept(FIRST_WINDOW, () -> windowOver(kind, first));
            return true;
        }
        synchronized (count) {
            count.times++;
        }
        return false;
    }

    private static String said(Level level, String text) {
        return level.intValue() < Level.SEVERE.intValue() ? WHOSE.matcher(text).replaceAll("") : text;
    }

    /** Only what is down makes another state of it. */
    private static String down(String text) {
        return DOWN.matcher(text)
                .results()
                .map(check -> check.group(1))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private void windowOver(Kind kind, Count count) {
        long times;
        Duration window;
        synchronized (count) {
            times = count.times;
            window = count.window;
            count.times = 0;
            count.window = window.compareTo(LONGEST_WINDOW) < 0 ? window.multipliedBy(2) : window;
        }
        if (times == 0) {
            counts.remove(kind);
        } else {
            timer.accept(count.window, () -> windowOver(kind, count));
            summary.say(count.what, times, window);
        }
    }

    private static String text(LogRecord line) {
        String text = line instanceof ExtLogRecord ext ? ext.getFormattedMessage() : line.getMessage();
        return text == null ? "" : text;
    }
}
