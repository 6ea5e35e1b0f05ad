package dev.foyer.notification.contract;

import dev.foyer.notification.domain.MailEvent;
import java.util.Optional;

/** The event types of {@code notification.events}, version 1; each has a schema and two examples in the jar. */
public enum PublicType {
    NotificationQueued,
    NotificationHeld,
    NotificationReleased,
    NotificationSent,
    NotificationAttemptFailed,
    NotificationFailed,
    NotificationDiscarded,
    NotificationRevealed,
    NotificationHandedOver,
    NotificationSuperseded,
    NotificationExpired;

    /** {@code foyer.notification.NotificationSent.v1}. */
    public String type() {
        return "foyer.notification." + name() + ".v1";
    }

    /** What others see of a domain event; empty when it is our own affair. */
    static Optional<PublicType> of(MailEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case MailEvent.MailQueued queued -> NotificationQueued;
                    case MailEvent.MailHeld held -> NotificationHeld;
                    case MailEvent.MailReleased released -> NotificationReleased;
                    case MailEvent.MailSent sent -> NotificationSent;
                    case MailEvent.MailAttemptFailed failed -> NotificationAttemptFailed;
                    case MailEvent.MailFailed failed -> NotificationFailed;
                    case MailEvent.MailDiscarded discarded -> NotificationDiscarded;
                    case MailEvent.MailRevealed revealed -> NotificationRevealed;
                    case MailEvent.MailHandedOver handed -> NotificationHandedOver;
                    case MailEvent.MailSuperseded superseded -> NotificationSuperseded;
                    // The same status as before, now with the attempt that nobody could stop.
                    case MailEvent.SupersededMailLeft left -> NotificationSuperseded;
                    case MailEvent.MailExpired expired -> NotificationExpired;
                    case MailEvent.UserDisablingNoted noted -> null;
                });
    }
}
