package dev.foyer.notification.contract;

import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import java.util.Optional;
import java.util.UUID;

/**
 * The event types of {@code notification.events}, version 1; each has a schema and two examples in the jar. The names
 * are a contract, so they are written out: renaming a class or a constant must not change them.
 */
public enum PublicType {
    QUEUED("foyer.notification.NotificationQueued.v1"),
    HELD("foyer.notification.NotificationHeld.v1"),
    READDRESSED("foyer.notification.NotificationReaddressed.v1"),
    RELEASED("foyer.notification.NotificationReleased.v1"),
    RETRIED("foyer.notification.NotificationRetried.v1"),
    SENT("foyer.notification.NotificationSent.v1"),
    ATTEMPT_FAILED("foyer.notification.NotificationAttemptFailed.v1"),
    FAILED("foyer.notification.NotificationFailed.v1"),
    DISCARDED("foyer.notification.NotificationDiscarded.v1"),
    REVEALED("foyer.notification.NotificationRevealed.v1"),
    OPENED("foyer.notification.NotificationOpened.v1"),
    HANDED_OVER("foyer.notification.NotificationHandedOver.v1"),
    SUPERSEDED("foyer.notification.NotificationSuperseded.v1"),
    EXPIRED("foyer.notification.NotificationExpired.v1");

    private final String type;

    PublicType(String type) {
        this.type = type;
    }

    /** The CloudEvents type, such as {@code foyer.notification.NotificationSent.v1}. */
    public String type() {
        return type;
    }

    /** What others see of a domain event; empty for what is private. */
    static Optional<PublicType> of(MailEvent event, Mailbox after) {
        return Optional.ofNullable(
                switch (event) {
                    case MailEvent.MailQueued _ -> QUEUED;
                    case MailEvent.MailHeld _, MailEvent.RestoredMailHeld _ -> HELD;
                    case MailEvent.MailReleased _ -> RELEASED;
                    case MailEvent.MailRetried _ -> RETRIED;
                    case MailEvent.MailSent _ -> SENT;
                    case MailEvent.MailAttemptFailed _ -> ATTEMPT_FAILED;
                    case MailEvent.MailFailed _ -> FAILED;
                    case MailEvent.MailDiscarded _ -> DISCARDED;
                    case MailEvent.MailRevealed _ -> REVEALED;
                    case MailEvent.MailOpened _ -> OPENED;
                    case MailEvent.MailHandedOver _ -> HANDED_OVER;
                    case MailEvent.MailSuperseded _ -> SUPERSEDED;
                    // The same status as before, now with the attempt that nobody could stop.
                    case MailEvent.SupersededMailLeft _ -> SUPERSEDED;
                    case MailEvent.MailExpired _ -> EXPIRED;
                    // Without an address it waits for an administrator, unless it had failed.
                    case MailEvent.MailReaddressed changed ->
                        changed.address() == null && status(changed.id(), after) == Status.HELD ? HELD : READDRESSED;
                    // The same status as before, now without the doubt.
                    case MailEvent.MailDidNotLeave stayed ->
                        valueOf(status(stayed.id(), after).name());
                    case MailEvent.UserDisablingNoted _,
                            MailEvent.UserDepartureNoted _,
                            MailEvent.DialInChanged _,
                            MailEvent.MailAttemptBegun _ -> null;
                });
    }

    private static Status status(UUID id, Mailbox after) {
        return Status.of(after.find(id).orElseThrow());
    }
}
