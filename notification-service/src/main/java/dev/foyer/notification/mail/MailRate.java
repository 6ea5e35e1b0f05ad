package dev.foyer.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many mails may leave in a minute: each gets its moment, one after another, in the order in which they ask. A moment that passed unused,
 * because the server was asked by nobody then, is gone: else all of an outage would leave at once after it. Thread-safe.
 */
final class MailRate {

    /** So late one may come to its moment: threads and timers are not exact. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final InstantSource steady;
    private final Duration between;
    private final Map<String, Instant> moments = new HashMap<>();
    private Instant next;

    /**
     * @param perMinute empty: as many as there are
     * @throws IllegalArgumentException with one sentence
     */
    MailRate(OptionalInt perMinute, InstantSource steady) {
        if (perMinute.isPresent() && perMinute.getAsInt() < 1) {
            throw new IllegalArgumentException("foyer.mail.per-minute must be 1 or more; leave it out for no limit.");
        }
        this.steady = steady;
        this.between = perMinute.isPresent() ? Duration.ofMinutes(1).dividedBy(perMinute.getAsInt()) : Duration.ZERO;
        this.next = steady.instant();
    }

    /** How long the mailbox has to wait for its moment; zero or less: it is there. The same moment however often it asks in time. */
    synchronized Duration left(String mailbox) {
        if (between.isZero()) {
            return Duration.ZERO;
        }
        Instant now = steady.instant();
        Instant moment = moments.compute(
                mailbox, (same, known) -> known == null || now.isAfter(known.plus(LATE)) ? nextFree(now) : known);
        return Duration.between(now, moment);
    }

    private Instant nextFree(Instant now) {
        Instant free = next.isBefore(now) ? now : next;
        next = free.plus(between);
        return free;
    }

    /** Its moment was used, or is not needed. */
    synchronized void over(String mailbox) {
        moments.remove(mailbox);
    }
}
