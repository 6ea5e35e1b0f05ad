package dev.foyer.pin.domain.username;

/** What can be asked of a user name; the owner is {@code tenant/userId}. */
public sealed interface NameCommand {

    /** @param epoch of the owner's names, as the owner said it */
    record ReserveName(String owner, long epoch) implements NameCommand {}

    /** @param before the owner uses nothing that was reserved for it in an earlier epoch than this one */
    record ReleaseName(String owner, long before) implements NameCommand {}
}
