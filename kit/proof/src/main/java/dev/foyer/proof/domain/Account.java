package dev.foyer.proof.domain;

/**
 * State of an account.
 *
 * @param balance never negative
 * @param entries how many entries were booked
 */
public record Account(long balance, long entries) {

    /** Before the first entry. */
    public static final Account EMPTY = new Account(0, 0);

    Account plus(long amount) {
        return new Account(balance + amount, entries + 1);
    }
}
