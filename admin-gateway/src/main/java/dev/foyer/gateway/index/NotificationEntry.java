package dev.foyer.gateway.index;

import java.time.Instant;

/**
 * The ledger entry of one mail, as notification-service published it last; before its first word, as pin-service planned
 * it with the PIN. Never carries a PIN.
 *
 * @param version the sequence of the last event of notification-service in it; 0: there was none yet
 * @param status {@code QUEUED}, {@code HELD}, {@code SENT}, ...: the words of the ledger, passed on as they are
 * @param to {@code null} while no address is known
 * @param revealedAt when an administrator looked at its PIN; {@code null}: nobody did
 * @param openedAt when its view-once link showed the PIN; {@code null}: it has none, or nobody opened it
 * @param reason why it failed or is held, as a stable word; {@code null} when there is none
 */
public record NotificationEntry(
        String tenant,
        String notificationId,
        long version,
        String userId,
        String kind,
        String status,
        String to,
        int attempts,
        String reason,
        Instant createdAt,
        Instant expiresAt,
        Instant revealedAt,
        Instant openedAt,
        Instant changedAt)
        implements Entry {

    /** Whether notification-service has it, so that something can be done about it. */
    public boolean taken() {
        return version > 0;
    }

    @Override
    public Instant at() {
        return createdAt;
    }

    @Override
    public String key() {
        return notificationId;
    }
}
