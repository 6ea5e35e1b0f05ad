package dev.foyer.pin.domain.username;

/** The states of one user name of one tenant. */
public sealed interface ReservedName {

    record Free() implements ReservedName {}

    /**
     * @param owner {@code tenant/userId}
     * @param epoch of the owner's names when it was reserved: what the owner left before does not concern this reservation
     */
    record Held(String owner, long epoch) implements ReservedName {}
}
