package dev.foyer.meeting.domain.delivery;

import java.time.Instant;

/**
 * One event on its way to one webhook.
 *
 * @param id the same whenever the same event is meant: what receivers know repetitions by
 * @param type of the event
 * @param source where its content lies; {@code null}: it is a test, which has none
 * @param attempts all that were made
 * @param tries of them, since it was queued or sent again: what the next wait depends on
 * @param due when it is tried next; {@code null} when it is settled
 * @param answered the last answer's status; {@code null}: there was none
 * @param reason why the last attempt failed; {@code null}: none did
 * @param at when it last changed
 */
public record Delivery(
        String id,
        String type,
        Source source,
        Status status,
        int attempts,
        int tries,
        Instant due,
        Integer answered,
        String reason,
        Instant queuedAt,
        Instant at) {

    /** How far it is. */
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    /**
     * A record of the tenant's public topic. The content stays there: it is kept for longer than a delivery.
     *
     * @param eventId of the event that lies there: a topic may have been made anew
     */
    public record Source(int partition, long offset, String eventId) {}

    /** Newest first; the order of lists. */
    static boolean isAfter(Delivery one, Instant queuedAt, String id) {
        int byTime = one.queuedAt().compareTo(queuedAt);
        return byTime < 0 || byTime == 0 && one.id().compareTo(id) < 0;
    }

    Delivery tried(int attempt, Integer status, String why, Status next, Instant nextDue, Instant when) {
        return new Delivery(id, type, source, next, attempt, tries + 1, nextDue, status, why, queuedAt, when);
    }

    Delivery givenUp(String why, Instant when) {
        return new Delivery(id, type, source, Status.FAILED, attempts, tries, null, answered, why, queuedAt, when);
    }

    Delivery again(Instant when) {
        return new Delivery(id, type, source, Status.PENDING, attempts, 0, when, answered, reason, queuedAt, when);
    }
}
