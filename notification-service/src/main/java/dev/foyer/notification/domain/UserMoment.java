package dev.foyer.notification.domain;

import java.time.Instant;

/**
 * When something happened to a user, as pin-service tells it. What came first says the sequence of the user alone: pin-service's
 * clock may have been ahead, and deliveries and disablings come through two topics, in no order between them.
 *
 * @param at by pin-service's clock
 * @param sequence of the event among those of its user; {@code null} in what was written before 0.3, and then the time must do
 */
public record UserMoment(Instant at, Long sequence) {

    boolean isAfter(UserMoment other) {
        return sequence == null || other.sequence == null ? at.isAfter(other.at) : sequence > other.sequence;
    }
}
