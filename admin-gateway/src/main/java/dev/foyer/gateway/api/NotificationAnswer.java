package dev.foyer.gateway.api;

import dev.foyer.gateway.index.NotificationEntry;
import java.time.Instant;

/** A mail in the ledger. Never carries a PIN. @param user the userId; @param revealedAt absent: nobody looked at its PIN; @param openedAt absent: nobody opened its link */
public record NotificationAnswer(
        String id,
        String kind,
        String user,
        String to,
        String status,
        int attempts,
        String reason,
        Instant createdAt,
        Instant expiresAt,
        Instant revealedAt,
        Instant openedAt) {

    static NotificationAnswer of(NotificationEntry entry) {
        return new NotificationAnswer(
                entry.notificationId(),
                entry.kind(),
                entry.userId(),
                entry.to(),
                entry.status(),
                entry.attempts(),
                entry.reason(),
                entry.createdAt(),
                entry.expiresAt(),
                entry.revealedAt(),
                entry.openedAt());
    }
}
