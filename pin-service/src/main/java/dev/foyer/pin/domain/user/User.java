package dev.foyer.pin.domain.user;

/** The states of a user. What exists only when enabled is only there. */
public sealed interface User {

    /** Never heard of, or removed. */
    record Unknown() implements User {}

    /** In the directory, but no dial-in user. Remembers tries, so that a caller cannot tell this from a wrong PIN. */
    record Provisioned(Profile profile, CallTries tries) implements User {}

    /** @param pinLength of the present PIN; it decides how many failures lock */
    record Enabled(Profile profile, Conferencing conferencing, int pinLength, Lockout lockout, CallTries tries)
            implements User {}
}
