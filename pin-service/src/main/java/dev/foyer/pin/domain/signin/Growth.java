package dev.foyer.pin.domain.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * How waits grow with failures. What is free costs an honest person nothing; each further step doubles the wait.
 *
 * @param free failures that cost nothing
 * @param step so many failures double the wait
 * @param longest no wait is longer
 */
record Growth(int free, int step, Duration longest) {

    /** Of one name from one address: typing errors are free, guessing ends at four an hour. */
    static final Growth OF_NAME = new Growth(5, 1, Duration.ofMinutes(15));

    /** Of all names from one address: an office behind one address makes more typing errors than one person. */
    static final Growth OF_ADDRESS = new Growth(20, 1, Duration.ofMinutes(15));

    /**
     * Of one account from all addresses that it never signed in from: slow and short, so that nobody can keep its owner
     * out. One address alone never gets there.
     */
    static final Growth OF_ACCOUNT = new Growth(50, 5, Duration.ofMinutes(1));

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int LARGEST_SHIFT = 20;

    /** @return the end of the wait that follows, or {@code null} when there is none */
    Instant waitAfter(int failures, Instant now) {
        if (failures <= free) {
            return null;
        }
        int doublings = Math.min(LARGEST_SHIFT, (failures - free - 1) / step);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return now.plus(wait.compareTo(longest) < 0 ? wait : longest);
    }
}
