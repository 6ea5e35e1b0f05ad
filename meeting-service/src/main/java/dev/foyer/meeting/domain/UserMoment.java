package dev.foyer.meeting.domain;

import java.time.Instant;

/**
 * When something happened to a user, as pin-service tells it. What came first of one user says the user's sequence alone:
 * pin-service's clock may have been ahead. Between two users there is only the time.
 *
 * @param at by pin-service's clock
 * @param sequence of the event among those of its user; {@code null} in what was written before 0.3, and then the time must do
 */
public record UserMoment(Instant at, Long sequence) {

    /** Of two moments of one user. */
    boolean isAfter(UserMoment other) {
        return sequence == null || other.sequence == null ? at.isAfter(other.at) : sequence > other.sequence;
    }
}
