package dev.foyer.notification.inbound;

import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.service.keys.TrustedSigners;

/**
 * What lies in {@code pin.deliveries} proves nothing: only what pin-service has signed counts, and only for the user whose
 * record it is.
 */
final class SignedDeliveries {

    private SignedDeliveries() {}

    /** A signature that does not count is never tried again: whoever wrote the record, it was not pin-service. */
    static void check(InboundEvent event, TrustedSigners signers) {
        signers.objection(event).ifPresent(objection -> {
            throw new Unacceptable("The delivery " + objection + ", so it is not known to be pin-service's; nothing is"
                    + " mailed. If it is, its key is missing in foyer.pin-signers-file: add it, and reset the PIN.");
        });
    }

    /** @param mailbox that the record is for */
    static void checkKey(InboundEvent event, String mailbox) {
        if (!mailbox.equals(event.origin().key())) {
            throw new Unacceptable("The delivery is for another user than the record's key says; nothing is mailed.");
        }
    }
}
