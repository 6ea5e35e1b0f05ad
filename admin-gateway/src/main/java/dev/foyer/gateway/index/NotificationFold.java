package dev.foyer.gateway.index;

/** {@code notification.events} carry the whole ledger entry each time, so the last one is the entry. Pure. */
final class NotificationFold {

    private static final String PREFIX = "foyer.notification.Notification";

    private NotificationFold() {}

    /** All of the ledger's events have one shape; a second version of it would be another reader. */
    static boolean understands(String type) {
        return type.startsWith(PREFIX) && type.endsWith(".v1");
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
                event.time("at"));
    }
}
