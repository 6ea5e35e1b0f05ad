package dev.foyer.proof.instance;

/**
 * Body of a response.
 *
 * @param entry of {@code BOOKED}: its number; of {@code BALANCE}: how many there are
 * @param detail why it is unavailable
 */
public record AccountResponse(Kind kind, long entry, long balance, String detail) {

    /** What came of it. */
    public enum Kind {
        BOOKED,
        BALANCE_TOO_SMALL,
        BALANCE,
        /** Nothing is known; try again with the same command id. */
        UNAVAILABLE
    }
}
