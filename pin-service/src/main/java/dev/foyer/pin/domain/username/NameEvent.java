package dev.foyer.pin.domain.username;

/** What happened to a user name; private, the user's events tell the world. */
public sealed interface NameEvent {

    record NameReserved(String owner, long epoch) implements NameEvent {}

    /** Nobody need know whose it was: it is as free as one that nobody has heard of. */
    record NameReleased(String owner) implements NameEvent {}
}
