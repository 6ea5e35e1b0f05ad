package dev.foyer.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How many mails may leave in a minute: each gets its moment, one after another, in the order in which they ask. Thread-safe. */
final class MailRate {

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

    /** How long the mailbox has to wait for its moment; zero or less: it is there. The same moment however often it asks. */
    synchronized Duration left(String mailbox) {
        if (between.isZero()) {
            return Duration.ZERO;
        }
        Instant now = steady.instant();
        Instant moment = moments.computeIfAbsent(mailbox, same -> {
            Instant free = next.isBefore(now) ? now : next;
            next = free.plus(between);
            return free;
        });
        return Duration.between(now, moment);
    }

    /** Its moment was used, or is not needed. */
    synchronized void over(String mailbox) {
        moments.remove(mailbox);
    }
}
