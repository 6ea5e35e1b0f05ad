package dev.foyer.proof.instance;

/**
 * Body of a response.
 *
 * @param entry of {@code BOOKED}: its number; of {@code STANDS}: how many there are
 * @param detail why it is unavailable
 */
public record Answer(Kind kind, long entry, long balance, String detail) {

    /** What came of it. */
    public enum Kind {
        BOOKED,
        BALANCE_TOO_SMALL,
        STANDS,
        /** Nothing is known; try again with the same command id. */
        UNAVAILABLE
    }
}
