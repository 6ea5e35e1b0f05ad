package dev.foyer.pin.domain.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * How refusals grow with misses.
 *
 * @param free misses that cost nothing
 * @param forgiven one miss is, each time that so long has passed: what is dialled wrong now and then costs nothing for ever
 * @param step so many misses more double the wait, which begins with a second
 * @param longest no wait is longer; zero: nobody ever waits
 */
record Limit(int free, Duration forgiven, int step, Duration longest) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int LARGEST_SHIFT = 20;

    /** @return the end of the wait that follows, or {@code null} when there is none */
    Instant waitAfter(int level, Instant now) {
        if (level <= free || longest.isZero()) {
            return null;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(LARGEST_SHIFT, (level - free - 1) / step));
        return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }

    /** Whether this level is news: each one that makes wait; where nobody waits, each doubling of what is not free. */
    boolean isReported(int level) {
        int over = level - free;
        return over > 0 && (!longest.isZero() || Integer.bitCount(over) == 1);
    }
}
