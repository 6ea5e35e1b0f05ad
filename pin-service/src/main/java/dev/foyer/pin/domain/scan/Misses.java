package dev.foyer.pin.domain.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * Misses of one kind from one source: a bucket that leaks. Immutable.
 *
 * @param total since they were last cleared, forgiven ones included
 * @param level those that are not forgiven
 * @param since when the level was last made smaller, or left zero; {@code null}: there never was a miss
 * @param until everything of that kind from there is refused before this; {@code null}: nothing is
 */
public record Misses(int total, int level, Instant since, Instant until) {

    static final Misses NONE = new Misses(0, 0, null, null);

    /** @param right so many different things were right meanwhile: each speaks for one miss, for an office has both */
    Misses plusOne(Limit limit, int right, Instant now) {
        Misses left = leaked(limit, now).without(right);
        int next = left.level + 1;
        return new Misses(
                Math.min(total, Integer.MAX_VALUE - 1) + 1,
                next,
                left.level == 0 ? now : left.since,
                limit.waitAfter(next, now));
    }

    Misses waiting(Instant other) {
        return new Misses(total, level, since, other);
    }

    private Misses leaked(Limit limit, Instant now) {
        if (level == 0 || !now.isAfter(since)) {
            return this;
        }
        long drops = Duration.between(since, now).dividedBy(limit.forgiven());
        return drops >= level
                ? new Misses(total, 0, now, until)
                : new Misses(
                        total, level - (int) drops, since.plus(limit.forgiven().multipliedBy(drops)), until);
    }

    private Misses without(int right) {
        return new Misses(total, Math.max(0, level - Math.max(0, right)), since, until);
    }
}
