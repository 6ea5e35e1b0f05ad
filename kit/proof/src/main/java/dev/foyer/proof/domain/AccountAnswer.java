package dev.foyer.proof.domain;

/** What the caller of an accepted command gets. */
public sealed interface AccountAnswer {

    /**
     * @param entry which entry of the account this was, from 1
     * @param balance after it
     */
    record Booked(long entry, long balance) implements AccountAnswer {}
}
