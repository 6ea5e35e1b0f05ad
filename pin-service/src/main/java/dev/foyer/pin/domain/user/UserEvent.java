package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.PinVerifier;
import java.time.Instant;

/** What happened to a user. No event knows a PIN; outcomes are in the events, so a changed policy changes no past. */
public sealed interface UserEvent {

    record UserProvisioned(Profile profile) implements UserEvent {}

    record UserRemoved() implements UserEvent {}

    record UserEnabled(
            String conferenceId,
            String serviceNumber,
            String tollFreeServiceNumber,
            boolean allowPstnOnlyMeetings,
            PinVerifier verifier,
            int pinLength,
            Instant pinSetAt,
            String pinSetBy,
            String notificationId)
            implements UserEvent {}

    record UserDisabled(String conferenceId) implements UserEvent {}

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
