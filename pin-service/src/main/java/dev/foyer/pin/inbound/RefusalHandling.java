package dev.foyer.pin.inbound;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.pin.domain.user.UserRefusal;

/** What becomes of a record whose command was refused. */
final class RefusalHandling {

    private RefusalHandling() {}

    /** Who is not there has lost everything already, which is what the record is about. */
    static void checkTakingAway(UserRefusal refusal) {
        if (!(refusal instanceof UserRefusal.UserUnknown)) {
            check(refusal);
        }
    }

    /** @throws RuntimeException for the reader: send it to the dead letters, or try again */
    static void check(UserRefusal refusal) {
        throw switch (refusal) {
            case UserRefusal.UserUnknown() ->
                new Unacceptable("There is no such user; send UserProvisioned first, then this event again.");
            case UserRefusal.UserInactive() ->
                new Unacceptable("The directory has turned this user's account off over SCIM (active: false); turn it"
                        + " on there, then send this event again.");
            case UserRefusal.UserLimitReached() ->
                new Unacceptable("user-limit-reached: pin-service has no memory for this; give it more (its heap),"
                        + " or remove users, then send this event again.");
            case UserRefusal.LicenceCannotWait _,
                    UserRefusal.ConferenceIdNotReserved _,
                    UserRefusal.ConferenceIdTaken _,
                    UserRefusal.UserNameNotReserved _,
                    UserRefusal.ConferenceIdUnsettled _ ->
                new Unavailable(Unavailable.Reason.MOVED, "The user changed at the same time.");
            case UserRefusal.OwnPinReset() ->
                new Unacceptable("Nobody makes their own PIN; somebody else has to do it.");
            case UserRefusal.LicenceNotAwaited _,
                    UserRefusal.PinLongEnough _,
                    UserRefusal.NoDeliveryKey _,
                    UserRefusal.UserNotEnabled _,
                    UserRefusal.UserNameTaken _,
                    UserRefusal.AddressWithoutSendEmail _,
                    UserRefusal.AddressNeedsAdministrator _,
                    UserRefusal.ConferenceIdNeedsAdministrator _,
                    UserRefusal.ResetNeedsAdministrator _,
                    UserRefusal.ResetLimitReached _,
                    UserRefusal.PinNotSealedForThis _,
                    UserRefusal.VerificationKeyIsMissing _,
                    UserRefusal.ServiceNumberNotOffered _ ->
                new IllegalStateException("No record asks for what is refused as " + refusal);
        };
    }
}
