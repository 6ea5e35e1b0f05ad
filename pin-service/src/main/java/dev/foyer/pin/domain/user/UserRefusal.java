package dev.foyer.pin.domain.user;

import java.time.Instant;

/** Why nothing happened to a user. */
public sealed interface UserRefusal {

    record UserUnknown() implements UserRefusal {}

    /** All users are in memory, and there is no room for another one, or for more of this one; the others are served. */
    record UserLimitReached() implements UserRefusal {}

    record UserNotEnabled() implements UserRefusal {}

    /** Rule G4: the directory has turned the account off. */
    record UserInactive() implements UserRefusal {}

    /** Rule A3: another administrator has to do it. */
    record OwnPinReset() implements UserRefusal {}

    /** Rule D2: an address needs {@code sendEmail: true}. */
    record AddressWithoutSendEmail() implements UserRefusal {}

    /** The number is none of the tenant's service numbers of that type. */
    record ServiceNumberNotOffered(String number) implements UserRefusal {}

    /** Enabling needs a conference ID that was reserved for the user before (rule C2). */
    record ConferenceIdNotReserved() implements UserRefusal {}

    /**
     * The name is not reserved for this user, or was when the user was about to have another one (rule G5).
     *
     * @param name folded, to be reserved
     * @param epoch to reserve it in
     */
    record UserNameNotReserved(String name, long epoch) implements UserRefusal {}

    /** Another user has this name (rule G5). */
    record UserNameTaken() implements UserRefusal {}

    /** Rule C3: conference IDs are an administrator's business. */
    record ConferenceIdNeedsAdministrator() implements UserRefusal {}

    /** The ID is just being reserved or given back for this very user; in a moment it is clear which. */
    record ConferenceIdUnsettled(String conferenceId) implements UserRefusal {}

    /** Somebody else has the ID that was asked for (rule C2). */
    record ConferenceIdTaken(String conferenceId) implements UserRefusal {}

    /** Rule A3: administrators and their helpdesk reset PINs, nobody and nothing else. */
    record ResetNeedsAdministrator() implements UserRefusal {}

    /** The PIN was reset so often that this is no help any more, but mails that nobody can follow, or an attack. */
    record ResetLimitReached(Instant until) implements UserRefusal {}

    /** Rule A5: a PIN goes to the user only, unless an administrator says otherwise. */
    record AddressNeedsAdministrator() implements UserRefusal {}

    /** The PIN is as long as the tenant's setting says, or longer; it goes on holding (rule A1). */
    record PinLongEnough() implements UserRefusal {}

    /** Rule A6: a PIN must be sealed for its mail, and notification-service has published no key to seal to yet. */
    record NoDeliveryKey() implements UserRefusal {}

    /** What a caller said was sealed for another verification, or is no PIN sealed to us (rule A6). */
    record PinNotSealedForThis() implements UserRefusal {}

    /** What a caller said is sealed to a key that has not reached this instance yet. */
    record VerificationKeyIsMissing() implements UserRefusal {}

    /** What the licence waits for has just come, or the one before it is about to be given up: to be tried again. */
    record LicenceCannotWait() implements UserRefusal {}

    /** The licence that was to be followed does not wait any more. */
    record LicenceNotAwaited() implements UserRefusal {}
}
