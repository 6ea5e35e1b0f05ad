package dev.foyer.proof.domain;

/** Why an account stays as it is. */
public sealed interface AccountRefusal {

    /** @param balance what there was; smaller than what was asked for */
    record BalanceTooSmall(long balance) implements AccountRefusal {}
}
