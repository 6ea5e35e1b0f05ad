package dev.foyer.pin.domain.user;

/**
 * The states of a user. What exists only when enabled is only there; tries and unsettled conference IDs outlive both
 * the enabling and the user.
 */
public sealed interface User {

    /** Guesses per call, so that a caller cannot tell nobody from a wrong PIN. */
    CallTries tries();

    /** Conference IDs that wait to be used or given back. */
    UnsettledIds ids();

    /** Never heard of, or removed. */
    record Unknown(CallTries tries, UnsettledIds ids) implements User {}

    /**
     * In the directory, but no dial-in user.
     *
     * @param resets how often they were disabled: enabling makes a new PIN as a reset does
     */
    record Provisioned(Profile profile, CallTries tries, UnsettledIds ids, Resets resets) implements User {}

    /**
     * @param pinLength of the present PIN; it decides how many failures lock
     * @param resets of this enabling, and disablings before it
     */
    record Enabled(
            Profile profile,
            Conferencing conferencing,
            int pinLength,
            Lockout lockout,
            CallTries tries,
            UnsettledIds ids,
            Resets resets)
            implements User {

        Enabled with(Conferencing changed) {
            return new Enabled(profile, changed, pinLength, lockout, tries, ids, resets);
        }

        Enabled with(Lockout changed) {
            return new Enabled(profile, conferencing, pinLength, changed, tries, ids, resets);
        }

        Enabled with(UnsettledIds changed) {
            return new Enabled(profile, conferencing, pinLength, lockout, tries, changed, resets);
        }
    }
}
