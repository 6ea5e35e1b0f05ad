package dev.foyer.meeting.domain;

import java.time.Instant;

/**
 * One call leg (E5): its id is its identity, its number is only shown to people.
 *
 * @param id given by the bridge, never used again for another leg
 * @param from the caller's number as the bridge says it, or {@code null}
 * @param turn by which it came here, see {@link dev.foyer.meeting.domain.leg.Leg}; {@code null} before format 3, which is
 *     older than any
 * @param since when it came to the lobby, in milliseconds since the epoch; {@code null} of one that does not wait
 */
public record Call(String id, String from, Long turn, Long since) {

    static final long BEFORE_ANY = 0;

    /** Of one that does not wait. */
    public Call(String id, String from, Long turn) {
        this(id, from, turn, null);
    }

    /** Never {@code null}. */
    long newestTurn() {
        return turn == null ? BEFORE_ANY : turn;
    }

    /** The same as it waits from then on. */
    Call waitingSince(Instant at) {
        return new Call(id, from, turn, at.toEpochMilli());
    }
}
