package dev.foyer.pin.domain.username;

/** What the caller of an accepted command is told. */
public sealed interface NameAnswer {

    /** It is as asked. */
    record Done() implements NameAnswer {}
}
