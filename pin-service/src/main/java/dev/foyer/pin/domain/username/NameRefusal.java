package dev.foyer.pin.domain.username;

/** Why a user name stays as it is. */
public sealed interface NameRefusal {

    /** It is reserved for somebody else, who may use it or not: only the owner knows. */
    record NameTaken(String owner, long epoch) implements NameRefusal {}
}
