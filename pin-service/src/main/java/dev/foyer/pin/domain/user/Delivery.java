package dev.foyer.pin.domain.user;

import dev.foyer.pin.domain.pin.SealedPin;

/**
 * What goes to notification-service with a new PIN.
 *
 * @param automatic the tenant's master switch at the moment of the decision
 */
public record Delivery(SealedPin sealed, MailWish mail, boolean automatic) {}
