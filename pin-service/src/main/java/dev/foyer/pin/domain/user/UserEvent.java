package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.PinVerifier;
import dev.foyer.pin.domain.tenant.ServiceNumber;
import java.time.Instant;

/** What happened to a user. No event knows a PIN; outcomes are in the events, so a changed policy changes no old event. */
public sealed interface UserEvent {

    /**
     * @param nameCleaned what nobody would see was left out of the display name (rule G5); {@code null}: no
     * @param reserved the register has the profile's name for this user; {@code null}: what is known of the name stays, if it is the
     *     same one, or it is none that was reserved, as in journals before format 4
     */
    record UserProvisioned(Profile profile, Boolean nameCleaned, Boolean reserved) implements UserEvent {

        public UserProvisioned(Profile profile) {
            this(profile, null, null);
        }
    }

    /**
     * The register is asked for this name now, and again at {@code due}, until the user has it.
     *
     * @param name as it was given
     */
    record UserNameAwaited(String name, Instant since, Instant due) implements UserEvent {}

    /** The register has the name that this user was called before there was a register. */
    record UserNameHeld() implements UserEvent {}

    /**
     * This user does not use the name, or not any more.
     *
     * @param name folded
     * @param epoch what was reserved for this user in an earlier one is of no use any more
     */
    record UserNameLeft(String name, long epoch, Instant at) implements UserEvent {}

    /** @param at {@code null} in journals before format 2 */
    record UserRemoved(Instant at) implements UserEvent {}

    /** Nobody need know any more that there was such a user. */
    record UserForgotten(Instant at) implements UserEvent {}

    /** A licence came for a user who is not there. */
    record LicenceAwaitsUser(Licence licence, Instant at, Instant until) implements UserEvent {}

    /** A licence came while no PIN can be sealed: notification-service has published no key. */
    record DeliveryKeyAwaited(Licence licence, Instant at, Instant until) implements UserEvent {}

    /** @param retry when to try once more, unless it is followed by then */
    record LicenceTriedAgain(Instant at, Instant retry) implements UserEvent {}

    /** Nothing comes of it: it goes to the dead letters now, and again at {@code retry}. */
    record LicenceGivenUp(AwaitedLicence.GivenUp why, Instant at, Instant retry) implements UserEvent {}

    /** It does not wait any more: it was taken away again, or is in the dead letters. */
    record LicenceWaitEnded(Instant at) implements UserEvent {}

    /** @param ownPin administrators enabled themselves, where the tenant allows it (rule A3); {@code null}: no */
    record UserEnabled(
            String conferenceId,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean allowPstnOnlyMeetings,
            PinVerifier verifier,
            int pinLength,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId,
            Boolean ownPin)
            implements UserEvent {}

    /** @param at {@code null} in journals before 0.2 */
    record UserDisabled(String conferenceId, Instant at) implements UserEvent {}

    /** @param until when it is given up unless it is used */
    record ConferenceIdWanted(String conferenceId, Instant until) implements UserEvent {}

    /** Not used, or not given back yet: it is to be given back now, and again at {@code retry}. */
    record ConferenceIdGivenUp(String conferenceId, Instant at, Instant retry) implements UserEvent {}

    record ConferenceIdReturned(String conferenceId) implements UserEvent {}

    /** The old one is dead from now on (rule C3). */
    record ConferenceIdChanged(String from, String to, Instant at) implements UserEvent {}

    /** @param from and {@code to}: E.164, or {@code null} for none */
    record DefaultNumberChanged(ServiceNumber.Type type, String from, String to, Instant at) implements UserEvent {}

    record PstnOnlyMeetingsChanged(boolean allowed, Instant at) implements UserEvent {}

    /** @param ownPin an administrator reset the own PIN, where the tenant allows it (rule A3) */
    record PinReset(
            String conferenceId,
            PinVerifier verifier,
            int pinLength,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId,
            boolean ownPin)
            implements UserEvent {}

    /**
     * An administrator asked for mail M5.
     *
     * @param toAddress instead of the user's own, or {@code null}
     */
    record ConferenceInformationAsked(String notificationId, String toAddress, Instant at) implements UserEvent {}

    /**
     * The organizer is to be mailed that somebody waits (A1).
     *
     * @param conferenceId where, which may be that of a scheduled meeting
     */
    record WaitingTold(String notificationId, String conferenceId, Instant waitingSince, int waiting, Instant at)
            implements UserEvent {}

    /** @param counted false while locked or not enabled: nothing was compared, so nothing was guessed */
    record PinRejected(String conferenceId, String callId, Instant at, boolean counted, int failedAttempts)
            implements UserEvent {}

    record PinLocked(Instant since, Instant until) implements UserEvent {}

    record PinUnlocked(UnlockReason reason, Instant at) implements UserEvent {}

    record OrganizerVerified(String conferenceId, String callId, Instant at) implements UserEvent {}

    /** The same PIN under the pepper key that is current now (rule A6). Nobody else's affair, so never public. */
    record PinRekeyed(PinVerifier verifier) implements UserEvent {}

    /** Why a lock ended (rule B4). */
    enum UnlockReason {
        EXPIRED,
        ADMINISTRATOR,
        RESET
    }
}
