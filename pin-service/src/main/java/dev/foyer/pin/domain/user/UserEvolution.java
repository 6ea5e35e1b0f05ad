package dev.foyer.pin.domain.user;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.pin.domain.user.NameClaim.Awaited;
import dev.foyer.pin.domain.user.User.Enabled;
import dev.foyer.pin.domain.user.User.Provisioned;
import dev.foyer.pin.domain.user.User.Unknown;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdChanged;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdGivenUp;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdReturned;
import dev.foyer.pin.domain.user.UserEvent.ConferenceIdWanted;
import dev.foyer.pin.domain.user.UserEvent.ConferenceInformationAsked;
import dev.foyer.pin.domain.user.UserEvent.DefaultNumberChanged;
import dev.foyer.pin.domain.user.UserEvent.DeliveryKeyAwaited;
import dev.foyer.pin.domain.user.UserEvent.LicenceAwaitsUser;
import dev.foyer.pin.domain.user.UserEvent.LicenceGivenUp;
import dev.foyer.pin.domain.user.UserEvent.LicenceTriedAgain;
import dev.foyer.pin.domain.user.UserEvent.LicenceWaitEnded;
import dev.foyer.pin.domain.user.UserEvent.OrganizerVerified;
import dev.foyer.pin.domain.user.UserEvent.PinLocked;
import dev.foyer.pin.domain.user.UserEvent.PinRejected;
import dev.foyer.pin.domain.user.UserEvent.PinRekeyed;
import dev.foyer.pin.domain.user.UserEvent.PinReset;
import dev.foyer.pin.domain.user.UserEvent.PinUnlocked;
import dev.foyer.pin.domain.user.UserEvent.PstnOnlyMeetingsChanged;
import dev.foyer.pin.domain.user.UserEvent.UnlockReason;
import dev.foyer.pin.domain.user.UserEvent.UserDisabled;
import dev.foyer.pin.domain.user.UserEvent.UserEnabled;
import dev.foyer.pin.domain.user.UserEvent.UserForgotten;
import dev.foyer.pin.domain.user.UserEvent.UserNameAwaited;
import dev.foyer.pin.domain.user.UserEvent.UserNameHeld;
import dev.foyer.pin.domain.user.UserEvent.UserNameLeft;
import dev.foyer.pin.domain.user.UserEvent.UserProvisioned;
import dev.foyer.pin.domain.user.UserEvent.UserRemoved;
import dev.foyer.pin.domain.user.UserEvent.WaitingTold;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** How each event changes each state that it can meet; anything else is a broken journal. */
final class UserEvolution {

    static final Unknown NEVER_HEARD_OF = new Unknown(CallTries.NONE, UnsettledIds.NONE, NameClaim.NONE, null, null);

    /** The key tells us itself when it comes. */
    private static final Duration DELIVERY_KEY_RETRY = Duration.ofMinutes(1);

    private UserEvolution() {}

    static User evolve(User state, UserEvent event) {
        return switch (state) {
            case Unknown unknown -> ofUnknown(unknown, event);
            case Provisioned user -> ofProvisioned(user, event);
            case Enabled user -> ofEnabled(user, event);
        };
    }

    private static User ofUnknown(Unknown user, UserEvent event) {
        return switch (event) {
            case UserProvisioned(Profile profile, var cleaned, Boolean reserved) ->
                new Provisioned(
                        profile,
                        user.tries(),
                        user.ids(),
                        Resets.NONE,
                        named(user.name(), null, profile, reserved),
                        user.awaited());
            case UserNameLeft(var name, long epoch, Instant at) ->
                user.with(user.name().left(epoch, true), at);
            case PinRejected rejected ->
                new Unknown(
                        user.tries().plusWrong(rejected.callId()),
                        user.ids(),
                        user.name(),
                        rejected.at(),
                        user.awaited());
            case LicenceAwaitsUser(Licence licence, Instant at, Instant until) ->
                user.with(new AwaitedLicence(licence, at, until, at, null), at);
            case LicenceGivenUp(var why, Instant at, Instant retry)
            when user.awaited() != null -> user.with(user.awaited().givenUp(why, retry), at);
            case LicenceWaitEnded(Instant at) when user.awaited() != null -> user.with((AwaitedLicence) null, at);
            case ConferenceIdGivenUp(String id, Instant at, Instant retry) ->
                user.with(user.ids().returning(id, at, retry));
            case ConferenceIdReturned(String id) -> user.with(user.ids().without(id));
            case UserForgotten _ when user.forgottenAt().isPresent() -> NEVER_HEARD_OF;
            case UserRemoved _,
                    UserNameAwaited _,
                    UserNameHeld _,
                    UserForgotten _,
                    DeliveryKeyAwaited _,
                    LicenceTriedAgain _,
                    LicenceGivenUp _,
                    LicenceWaitEnded _,
                    UserEnabled _,
                    UserDisabled _,
                    ConferenceIdWanted _,
                    ConferenceIdChanged _,
                    DefaultNumberChanged _,
                    PstnOnlyMeetingsChanged _,
                    PinReset _,
                    ConferenceInformationAsked _,
                    WaitingTold _,
                    PinLocked _,
                    PinUnlocked _,
                    OrganizerVerified _,
                    PinRekeyed _ -> throw new ImpossibleEvent(user, event);
        };
    }

    private static User ofProvisioned(Provisioned user, UserEvent event) {
        return switch (event) {
            case UserProvisioned(Profile profile, var cleaned, Boolean reserved) ->
                user.with(profile, named(user.name(), user.profile(), profile, reserved));
            case UserNameAwaited(String name, Instant since, Instant due) ->
                user.with(user.name().awaiting(new Awaited(name, since, due)));
            case UserNameHeld() -> user.with(user.name().holding());
            case UserNameLeft(String name, long epoch, var at) ->
                user.with(user.name().left(epoch, name.equals(user.profile().foldedName())));
            case UserRemoved(Instant at) ->
                new Unknown(
                        user.tries(),
                        user.ids(),
                        user.name().ofNobody(),
                        at == null ? Instant.EPOCH : at, // long ago
                        null);
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
                        user.tries(),
                        user.ids().without(enabled.conferenceId()),
                        user.resets(),
                        user.name());
            case PinRejected rejected -> user.with(user.tries().plusWrong(rejected.callId()));
            case DeliveryKeyAwaited(Licence licence, Instant at, Instant until) ->
                user.with(new AwaitedLicence(licence, at, until, at.plus(DELIVERY_KEY_RETRY), null));
            case LicenceTriedAgain(var at, Instant retry)
            when user.awaited() != null -> user.with(user.awaited().dueAt(retry));
            case LicenceGivenUp(var why, Instant at, Instant retry)
            when user.awaited() != null -> user.with(user.awaited().givenUp(why, retry));
            case LicenceWaitEnded _ when user.awaited() != null -> user.with((AwaitedLicence) null);
            case ConferenceIdWanted(String id, Instant until) ->
                user.with(user.ids().wanted(id, until));
            case ConferenceIdGivenUp(String id, Instant at, Instant retry) ->
                user.with(user.ids().returning(id, at, retry));
            case ConferenceIdReturned(String id) -> user.with(user.ids().without(id));
            case UserForgotten _,
                    LicenceAwaitsUser _,
                    LicenceTriedAgain _,
                    LicenceGivenUp _,
                    LicenceWaitEnded _,
                    UserDisabled _,
                    ConferenceIdChanged _,
                    DefaultNumberChanged _,
                    PstnOnlyMeetingsChanged _,
                    PinReset _,
                    ConferenceInformationAsked _,
                    WaitingTold _,
                    PinLocked _,
                    PinUnlocked _,
                    OrganizerVerified _,
                    PinRekeyed _ -> throw new ImpossibleEvent(user, event);
        };
    }

    private static User ofEnabled(Enabled user, UserEvent event) {
        boolean locked = user.lockout().lock() != null;
        Conferencing conferencing = user.conferencing();
        return switch (event) {
            case UserProvisioned(Profile profile, var cleaned, Boolean reserved) ->
                new Enabled(
                        profile,
                        conferencing,
                        user.pinLength(),
                        user.lockout(),
                        user.tries(),
                        user.ids(),
                        user.resets(),
                        named(user.name(), user.profile(), profile, reserved));
            case UserNameAwaited(String name, Instant since, Instant due) ->
                user.with(user.name().awaiting(new Awaited(name, since, due)));
            case UserNameHeld() -> user.with(user.name().holding());
            case UserNameLeft(String name, long epoch, var at) ->
                user.with(user.name().left(epoch, name.equals(user.profile().foldedName())));
            case UserDisabled(String id, Instant at)
            when id.equals(conferencing.conferenceId()) ->
                new Provisioned(
                        user.profile(),
                        user.tries(),
                        user.ids().returning(id, at, at),
                        user.resets().disabled(at), // the next one gets another PIN
                        user.name(),
                        null);
            case ConferenceIdWanted(String id, Instant until) ->
                user.with(user.ids().wanted(id, until));
            case ConferenceIdGivenUp(String id, Instant at, Instant retry) ->
                user.with(user.ids().returning(id, at, retry));
            case ConferenceIdReturned(String id) -> user.with(user.ids().without(id));
            case ConferenceIdChanged(String from, String to, Instant at)
            when from.equals(conferencing.conferenceId()) ->
                user.with(conferencing.withConferenceId(to))
                        .with(user.ids().without(to).returning(from, at, at));
            case DefaultNumberChanged(var type, var from, var to, var at) ->
                user.with(conferencing.withNumber(type, to));
            case PstnOnlyMeetingsChanged(boolean allowed, var at) ->
                user.with(conferencing.withPstnOnlyMeetings(allowed));
            case PinReset reset
            when !locked ->
                new Enabled(
                        user.profile(),
                        conferencing.with(reset.verifier()),
                        reset.pinLength(),
                        Lockout.CLEAR,
                        CallTries.NONE,
                        user.ids(),
                        user.resets().plusOne(reset.pinSetAt()),
                        user.name());
            case PinRejected rejected -> {
                Lockout counted = rejected.counted() ? user.lockout().plusFailure(rejected.at()) : user.lockout();
                yield new Enabled(
                        user.profile(),
                        conferencing,
                        user.pinLength(),
                        counted,
                        user.tries().plusWrong(rejected.callId()),
                        user.ids(),
                        user.resets(),
                        user.name());
            }
            case PinLocked(var since, var until) -> user.with(user.lockout().locked(new Lock(since, until)));
            case PinUnlocked(UnlockReason reason, var at)
            when locked ->
                user.with(reason == UnlockReason.EXPIRED ? user.lockout().withoutExpiredLock() : Lockout.CLEAR);
            case ConferenceInformationAsked _, WaitingTold _ -> user;
            case OrganizerVerified _ when !locked -> user.with(Lockout.CLEAR);
            case PinRekeyed(var verifier) when !locked -> user.with(conferencing.with(verifier));
            case UserEnabled _,
                    UserDisabled _,
                    UserRemoved _,
                    UserForgotten _,
                    LicenceAwaitsUser _,
                    DeliveryKeyAwaited _,
                    LicenceTriedAgain _,
                    LicenceGivenUp _,
                    LicenceWaitEnded _,
                    ConferenceIdChanged _,
                    PinReset _,
                    PinUnlocked _,
                    OrganizerVerified _,
                    PinRekeyed _ -> throw new ImpossibleEvent(user, event);
        };
    }

    private static NameClaim named(NameClaim claim, Profile before, Profile after, Boolean reserved) {
        if (Boolean.TRUE.equals(reserved)) {
            return claim.holding();
        }
        boolean same = before != null && Objects.equals(before.foldedName(), after.foldedName());
        return same ? claim : claim.called();
    }
}
