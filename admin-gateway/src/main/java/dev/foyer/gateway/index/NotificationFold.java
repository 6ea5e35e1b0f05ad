package dev.foyer.gateway.index;

import java.time.Instant;

/** {@code notification.events} carry the whole ledger entry each time, so the last one is the entry. Pure. */
final class NotificationFold {

    private static final String PREFIX = "foyer.notification.Notification";

    private NotificationFold() {}

    /** All of the ledger's events have one shape; a second version of it would be another reader. */
    static boolean understands(String type) {
        return type.startsWith(PREFIX) && type.endsWith(".v1");
    }

    /** Whether this event of pin-service says that there will be a mail, and which. */
    static boolean isPlanned(PinEventType type, PublicEvent event) {
        return kind(type) != null && event.text("notificationId") != null && event.text("mail") != null;
    }

    /** @return {@code null}: such an event plans no mail */
    private static String kind(PinEventType type) {
        return switch (type) {
            case USER_ENABLED -> "WELCOME";
            case PIN_RESET -> "PIN_RESET";
            case CONFERENCE_INFORMATION_REQUESTED -> "CONFERENCE_INFORMATION";
            default -> null;
        };
    }

    /**
     * To whom it goes says notification-service: whoever asked for it may have named another address than the user's.
     *
     * @param before {@code null}: notification-service has said nothing of it yet
     */
    static NotificationEntry planned(NotificationEntry before, PinEventType type, PublicEvent event) {
        if (before != null) {
            return before;
        }
        Instant at = event.time(type == PinEventType.CONFERENCE_INFORMATION_REQUESTED ? "at" : "pinSetAt");
        return new NotificationEntry(
                event.tenant(),
                event.text("notificationId"),
                0,
                event.text("userId"),
                kind(type),
                event.text("mail"),
                null,
                0,
                null,
                at,
                null,
                null,
                null,
                at);
    }

    static NotificationEntry apply(NotificationEntry before, PublicEvent event) {
        if (before != null && event.sequence() < before.version()) {
            return before;
        }
        return new NotificationEntry(
                event.tenant(),
                event.text("notificationId"),
                event.sequence(),
                event.text("userId"),
                event.text("kind"),
                event.text("status"),
                event.text("to"),
                event.number("attempts"),
                event.text("reason"),
                event.time("createdAt"),
                event.time("expiresAt"),
                event.time("revealedAt"),
                event.time("openedAt"),
                event.time("at"));
    }
}
