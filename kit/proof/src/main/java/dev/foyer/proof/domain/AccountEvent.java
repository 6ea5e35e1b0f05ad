package dev.foyer.proof.domain;

/** What happened to an account. */
public sealed interface AccountEvent {

    record Deposited(long amount, String note) implements AccountEvent {}

    record Withdrawn(long amount, String note) implements AccountEvent {}
}
