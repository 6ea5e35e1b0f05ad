package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;

/** How each event changes each state that it can meet; anything else is a broken journal. */
final class UserEvolution {

    private UserEvolution() {}

    static User evolve(User state, UserEvent event) {
        return switch (state) {
            case Unknown unknown -> ofUnknown(unknown, event);
            case Provisioned user -> ofProvisioned(user, event);
            case Enabled user -> ofEnabled(user, event);
        };
    }

    private static User ofUnknown(Unknown state, UserEvent event) {
        if (event instanceof UserProvisioned(Profile profile)) {
            return new Provisioned(profile, CallTries.NONE);
        }
        throw new ImpossibleEvent(state, event);
    }

    private static User ofProvisioned(Provisioned user, UserEvent event) {
        return switch (event) {
            case UserProvisioned(Profile profile) -> new Provisioned(profile, user.tries());
            case UserRemoved() -> new Unknown();
            case UserEnabled enabled ->
                new Enabled(
                        user.profile(),
                        new Conferencing(
                                enabled.conferenceId(),
                                enabled.serviceNumber(),
                                enabled.tollFreeServiceNumber(),
                                enabled.allowPstnOnlyMeetings(),
                                enabled.verifier()),
                        enabled.pinLength(),
                        Lockout.CLEAR,
                        user.tries());
            case PinRejected rejected ->
                new Provisioned(user.profile(), user.tries().plusWrong(rejected.callId()));
            case UserDisabled impossible -> throw new ImpossibleEvent(user, impossible);
            case PinReset impossible -> throw new ImpossibleEvent(user, impossible);
            case PinLocked impossible -> throw new ImpossibleEvent(user, impossible);
            case PinUnlocked impossible -> throw new ImpossibleEvent(user, impossible);
            case OrganizerVerified impossible -> throw new ImpossibleEvent(user, impossible);
            case PinRekeyed impossible -> throw new ImpossibleEvent(user, impossible);
        };
    }

    private static User ofEnabled(Enabled user, UserEvent event) {
        boolean locked = user.lockout().lock() != null;
        return switch (event) {
            case UserProvisioned(Profile profile) ->
                new Enabled(profile, user.conferencing(), user.pinLength(), user.lockout(), user.tries());
            case UserDisabled(String conferenceId)
            when conferenceId.equals(user.conferencing().conferenceId()) ->
                new Provisioned(user.profile(), user.tries());
            case PinReset reset
            when !locked ->
                new Enabled(
                        user.profile(),
                        user.conferencing().with(reset.verifier()),
                        reset.pinLength(),
                        Lockout.CLEAR,
                        CallTries.NONE);
            case PinRejected rejected -> {
                Lockout counted = rejected.counted() ? user.lockout().plusFailure(rejected.at()) : user.lockout();
                yield new Enabled(
                        user.profile(),
                        user.conferencing(),
                        user.pinLength(),
                        counted,
                        user.tries().plusWrong(rejected.callId()));
            }
            case PinLocked(var since, var until) -> with(user, user.lockout().locked(new Lock(since, until)));
            case PinUnlocked(UnlockReason reason, var at)
            when locked ->
                with(user, reason == UnlockReason.EXPIRED ? user.lockout().expired() : Lockout.CLEAR);
            case OrganizerVerified verified when !locked -> with(user, Lockout.CLEAR);
            case PinRekeyed(var verifier)
            when !locked ->
                new Enabled(
                        user.profile(),
                        user.conferencing().with(verifier),
                        user.pinLength(),
                        user.lockout(),
                        user.tries());
            case UserEnabled impossible -> throw new ImpossibleEvent(user, impossible);
            case UserDisabled impossible -> throw new ImpossibleEvent(user, impossible);
            case UserRemoved impossible -> throw new ImpossibleEvent(user, impossible);
            case PinReset impossible -> throw new ImpossibleEvent(user, impossible);
            case PinUnlocked impossible -> throw new ImpossibleEvent(user, impossible);
            case OrganizerVerified impossible -> throw new ImpossibleEvent(user, impossible);
            case PinRekeyed impossible -> throw new ImpossibleEvent(user, impossible);
        };
    }

    private static Enabled with(Enabled user, Lockout lockout) {
        return new Enabled(user.profile(), user.conferencing(), user.pinLength(), lockout, user.tries());
    }
}
