package dev.foyer.meeting.domain;

/**
 * One call leg (E5): its id is its identity, its number is only shown to people.
 *
 * @param id given by the bridge, never used again for another leg
 * @param from the caller's number as the bridge says it, or {@code null}
 * @param turn by which it came here, see {@link dev.foyer.meeting.domain.leg.Leg}; {@code null} before format 3, which is
 *     older than any
 */
public record Call(String id, String from, Long turn) {

    static final long BEFORE_ANY = 0;

    /** Never {@code null}. */
    long newestTurn() {
        return turn == null ? BEFORE_ANY : turn;
    }
}
