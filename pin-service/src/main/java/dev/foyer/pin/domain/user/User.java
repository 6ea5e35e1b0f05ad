package dev.foyer.pin.domain.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The states of a user. What exists only when enabled is only there; tries and unsettled conference IDs outlive both
 * the enabling and the user.
 */
public sealed interface User {

    /** Guesses per call, so that a caller cannot tell nobody from a wrong PIN. */
    CallTries tries();

    /** Conference IDs that wait to be used or given back. */
    UnsettledIds ids();

    /** Where the user's name stands in the register. */
    NameClaim name();

    /** When to ask the register for the user's name. */
    default Optional<Instant> nameDue() {
        return switch (this) {
            case Unknown _ -> Optional.empty();
            case Provisioned user -> user.name().due(user.profile());
            case Enabled user -> user.name().due(user.profile());
        };
    }

    /** The licence that cannot be followed yet. */
    default Optional<AwaitedLicence> licence() {
        return Optional.ofNullable(
                switch (this) {
                    case Unknown user -> user.awaited();
                    case Provisioned user -> user.awaited();
                    case Enabled _ -> null;
                });
    }

    /** How long a removed user is remembered: longer than what a tenant has written about users can be read (7 days). */
    Duration KEPT = Duration.ofDays(8);

    /** From when on nobody need know of this user any more; nothing while it is one, or something is on its way. */
    default Optional<Instant> forgottenAt() {
        return switch (this) {
            case Unknown user
            when user.ids().byId().isEmpty() && user.awaited() == null ->
                Optional.ofNullable(user.heardAt()).map(heard -> heard.plus(KEPT));
            case Unknown _, Provisioned _, Enabled _ -> Optional.empty();
        };
    }

    /**
     * Never heard of, or removed.
     *
     * @param heardAt when it was removed, or a caller last guessed at it; {@code null}: nobody has ever heard of it, or need know that
     *     it was heard of
     * @param awaited a licence that came before its user, or {@code null}
     */
    record Unknown(CallTries tries, UnsettledIds ids, NameClaim name, Instant heardAt, AwaitedLicence awaited)
            implements User {
        Unknown with(UnsettledIds changed) {
            return new Unknown(tries, changed, name, heardAt, awaited);
        }

        Unknown with(AwaitedLicence changed, Instant at) {
            return new Unknown(tries, ids, name, at, changed);
        }

        Unknown with(NameClaim changed, Instant at) {
            return new Unknown(tries, ids, changed, at, awaited);
        }
    }

    /**
     * In the directory, but no dial-in user.
     *
     * @param resets how often they were disabled: enabling makes a new PIN as a reset does
     * @param awaited a licence that cannot be followed yet, or {@code null}
     */
    record Provisioned(
            Profile profile, CallTries tries, UnsettledIds ids, Resets resets, NameClaim name, AwaitedLicence awaited)
            implements User {
        Provisioned with(Profile changed, NameClaim called) {
            return new Provisioned(changed, tries, ids, resets, called, awaited);
        }

        Provisioned with(NameClaim changed) {
            return new Provisioned(profile, tries, ids, resets, changed, awaited);
        }

        Provisioned with(CallTries changed) {
            return new Provisioned(profile, changed, ids, resets, name, awaited);
        }

        Provisioned with(UnsettledIds changed) {
            return new Provisioned(profile, tries, changed, resets, name, awaited);
        }

        Provisioned with(AwaitedLicence changed) {
            return new Provisioned(profile, tries, ids, resets, name, changed);
        }
    }

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
            Resets resets,
            NameClaim name)
            implements User {

        Enabled with(Conferencing changed) {
            return new Enabled(profile, changed, pinLength, lockout, tries, ids, resets, name);
        }

        Enabled with(Lockout changed) {
            return new Enabled(profile, conferencing, pinLength, changed, tries, ids, resets, name);
        }

        Enabled with(UnsettledIds changed) {
            return new Enabled(profile, conferencing, pinLength, lockout, tries, changed, resets, name);
        }

        Enabled with(NameClaim changed) {
            return new Enabled(profile, conferencing, pinLength, lockout, tries, ids, resets, changed);
        }
    }
}
