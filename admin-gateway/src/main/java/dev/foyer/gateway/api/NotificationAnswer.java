package dev.foyer.gateway.api;

import dev.foyer.gateway.index.NotificationEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mail in the ledger. Never carries a PIN.
 *
 * @param user the userId
 * @param reason a stable word, and what a mail server said
 * @param explanation absent: there is nothing to explain
 * @param revealedAt absent: nobody looked at its PIN
 * @param openedAt absent: nobody opened its link
 * @param pinReplacedAt absent: it did not leave, or its PIN holds
 */
public record NotificationAnswer(
        String id,
        String kind,
        String user,
        String to,
        String status,
        int attempts,
        String reason,

        @Schema(description = "What the reason means and what to do, in the language of Accept-Language")
        String explanation,

        Instant createdAt,
        Instant expiresAt,
        Instant revealedAt,
        Instant openedAt,

        @Schema(
                description =
                        "When a newer PIN replaced the one in this mail, which had left; its link shows nothing since")
        Instant pinReplacedAt) {

    /** What an administrator's decision to send a held mail made of it, the same for each repetition of the request. */
    static NotificationAnswer released(NotificationEntry held, String toAddress) {
        return new NotificationAnswer(
                held.notificationId(),
                held.kind(),
                held.userId(),
                toAddress == null ? held.to() : toAddress,
                NotificationStatus.RELEASED.name(),
                0,
                null,
                null,
                held.createdAt(),
                null,
                null,
                null,
                null);
    }

    static NotificationAnswer of(NotificationEntry entry, String explanation, Instant pinReplacedAt) {
        return new NotificationAnswer(
                entry.notificationId(),
                entry.kind(),
                entry.userId(),
                entry.to(),
                entry.status(),
                entry.attempts(),
                entry.reason(),
                explanation,
                entry.createdAt(),
                entry.expiresAt(),
                entry.revealedAt(),
                entry.openedAt(),
                pinReplacedAt);
    }
}
