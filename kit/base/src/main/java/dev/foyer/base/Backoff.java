package dev.foyer.base;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing waits between tries: the first one, then each twice as long as the one before, up to the last. Says how long to
 * wait and does not wait itself. Immutable, thread-safe.
 *
 * @param first after the first failure; more than nothing
 * @param last the longest
 * @param jitter the part of each wait, from 0 to 1, that is left to chance, so that many do not try again in step
 */
public record Backoff(Duration first, Duration last, double jitter) {

    public Backoff {
        if (first.isNegative() || first.isZero() || last.compareTo(first) < 0 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("Waits must grow: from " + first + " to " + last + ", jitter " + jitter);
        }
    }

    /** The same waits for everybody: a function of the number of failures alone. */
    public static Backoff between(Duration first, Duration last) {
        return new Backoff(first, last, 0);
    }

    /** The same waits, of which each is shortened by chance, by this part at most. */
    public Backoff withJitter(double part) {
        return new Backoff(first, last, part);
    }

    /** @param failures how many tries have failed, from 1 */
    public Duration after(int failures) {
        Duration longest = longestAfter(failures);
        return jitter == 0
                ? longest
                : shortened(longest, ThreadLocalRandom.current().nextDouble());
    }

    /** @param chance from 0, for the whole wait, to 1 */
    Duration shortened(Duration wait, double chance) {
        return Duration.ofNanos((long) (wait.toNanos() * (1 - jitter * chance)));
    }

    private Duration longestAfter(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(last) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(last) < 0 ? wait : last;
    }
}
