package dev.foyer.notification.contract;

import dev.foyer.notification.domain.Copies;
import dev.foyer.notification.domain.Mail;
import java.time.Instant;
import java.util.UUID;

/**
 * One mail as the ledger shows it; the data of every event of {@code notification.events}. Nulls are left out.
 *
 * @param reason why it waits, failed or was superseded, or what the last attempt met; starts with a stable word, and ends with how
 *     often it may have been delivered without anybody's knowing
 * @param revealedAt when an administrator looked at its PIN, or {@code null}
 * @param openedAt when its link showed the PIN, or {@code null}
 * @param at when this became so
 */
public record LedgerEntry(
        String tenant,
        String userId,
        UUID notificationId,
        String kind,
        Status status,
        String to,
        int attempts,
        String reason,
        Instant createdAt,
        Instant expiresAt,
        Instant revealedAt,
        Instant openedAt,
        Instant at) {

    static LedgerEntry of(Mail mail, Instant at) {
        return new LedgerEntry(
                mail.letter().recipient().tenant(),
                mail.letter().recipient().userId(),
                mail.id(),
                mail.letter().kind().name(),
                Status.of(mail),
                mail.to(),
                mail.attempts(),
                reason(mail),
                mail.letter().createdAt(),
                mail.expiresAt(),
                mail.revealedAt(),
                mail instanceof Mail.Settled settled ? settled.openedAt() : null,
                at);
    }

    private static String reason(Mail mail) {
        return switch (mail) {
            case Mail.Held held ->
                Copies.said(held.reason().name(), held.doubt().copies());
            case Mail.Outgoing outgoing -> outgoing.lastProblem();
            case Mail.Settled settled -> settled.reason();
        };
    }
}
