package dev.foyer.proof.domain;

/** What can be asked of an account. */
public sealed interface AccountCommand {

    /** @param note whatever the caller likes; makes the record as long as real ones */
    record Deposit(long amount, String note) implements AccountCommand {}

    /** Refused when the balance does not suffice. */
    record Withdraw(long amount, String note) implements AccountCommand {}
}
