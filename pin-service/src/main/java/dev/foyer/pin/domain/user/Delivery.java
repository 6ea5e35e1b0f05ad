package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.SealedPin;

/**
 * What goes to notification-service with a new PIN.
 *
 * @param automatic whether the tenant's switches at the moment of the decision send this mail
 * @param shown whether the administrator sees the PIN in the answer; if so, nobody may ever reveal it again (rule A4)
 */
public record Delivery(SealedPin sealed, MailOptions mail, boolean automatic, boolean shown) {}
