package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.Pin;

/** What can be asked of a user. */
public sealed interface UserCommand {

    /** Brings the directory's present word. */
    record ProvisionUser(Profile profile) implements UserCommand {}

    /** Brings the directory's word about some fields; the others stay. */
    record ChangeUser(ProfileChange change) implements UserCommand {}

    record RemoveUser() implements UserCommand {}

    /**
     * @param conferenceId reserved for this user before; {@code null} when none is, which only an enabled user needs not
     * @param allowPstnOnlyMeetings {@code null}: the tenant's default, copied once
     * @param serviceNumber {@code null}: the tenant's default
     * @param reveal whether the administrator wants to see the PIN
     */
    record EnableConferencing(
            String conferenceId,
            Boolean allowPstnOnlyMeetings,
            String serviceNumber,
            String tollFreeServiceNumber,
            MailWish mail,
            boolean reveal)
            implements UserCommand {}

    record DisableConferencing() implements UserCommand {}

    record ResetPin(MailWish mail, boolean reveal) implements UserCommand {}

    record VerifyPin(String conferenceId, String callId, Pin pin) implements UserCommand {}

    /** An administrator locks by hand. */
    record LockPin() implements UserCommand {}

    record UnlockPin() implements UserCommand {}

    /** Notes the end of a temporary lock, if its time has come; what {@link LockTimer} asks. */
    record ExpireLock() implements UserCommand {}
}
