package dev.foyer.pin.inbound;

import dev.foyer.base.Unavailable;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.pin.domain.user.UserRefusal;

/** What becomes of a record whose command was refused. */
final class RefusalHandling {

    private RefusalHandling() {}

    /** @throws RuntimeException for the reader: bury it, or try again */
    static void check(Reaction reaction, UserRefusal refusal) {
        switch (refusal) {
            case UserRefusal.UserUnknown() -> {
                if (!takesAway(reaction)) {
                    throw new Unacceptable("There is no such user; send UserProvisioned first, then this event again.");
                }
            }
            case UserRefusal.ConferenceIdNotReserved _,
                    UserRefusal.ConferenceIdTaken _,
                    UserRefusal.ConferenceIdUnsettled _ ->
                throw new Unavailable(Unavailable.Reason.MOVED, "The user changed at the same time.");
            case UserRefusal.NoDeliveryKey() ->
                throw new Unavailable(
                        Unavailable.Reason.RECOVERING, "notification-service has not published a key for PINs yet.");
            case UserRefusal.OwnPinReset() ->
                throw new Unacceptable("Nobody makes their own PIN; somebody else has to do it.");
            case UserRefusal.UserNotEnabled _,
                    UserRefusal.AddressWithoutSendEmail _,
                    UserRefusal.AddressNeedsAdministrator _,
                    UserRefusal.ConferenceIdNeedsAdministrator _,
                    UserRefusal.ResetNeedsAdministrator _,
                    UserRefusal.ServiceNumberNotOffered _ ->
                throw new IllegalStateException("No record asks for what is refused as " + refusal);
        }
    }

    /** Who is not there has lost everything already, which is what was wanted. */
    private static boolean takesAway(Reaction reaction) {
        return reaction instanceof WhenUserRemovedThenRemoveUser
                || reaction instanceof WhenLicenseRemovedThenDisableConferencing;
    }
}
