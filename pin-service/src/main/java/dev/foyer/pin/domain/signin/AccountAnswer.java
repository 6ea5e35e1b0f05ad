package dev.foyer.pin.domain.signin;

/** What the caller of an accepted command is told. */
public sealed interface AccountAnswer {

    /** The generation of sessions that holds now. */
    record Generation(int generation) implements AccountAnswer {}

    /** The failure is noted. */
    record Noted() implements AccountAnswer {}
}
