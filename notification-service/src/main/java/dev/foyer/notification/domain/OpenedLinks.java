package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import java.util.UUID;

/** The one look at a PIN by way of a link. */
final class OpenedLinks {

    private OpenedLinks() {}

    static Decision<MailEvent, MailRefusal, MailAnswer> open(Mailbox mailbox, UUID mail, MailContext context) {
        return switch (LinkState.of(mailbox, mail, context.now())) {
            case LinkState.Ready _ -> MailboxDecider.accept(new MailOpened(mail, context.now()));
            case LinkState.Used _ -> Decision.refuse(new MailRefusal.LinkWasUsed());
            case LinkState.Dead _ -> Decision.refuse(new MailRefusal.LinkIsDead());
        };
    }

    /** Who read it has it: it was sent, whatever the server said of it or will say. */
    static Mail opened(Mail mail, MailOpened opened) {
        return new Mail.Settled(
                mail.letter(),
                mail.expiresAt(),
                mail.to(),
                Math.max(1, mail.attempts()),
                Outcome.SENT,
                Copies.said(null, others(mail)),
                mail.revealedAt(),
                opened.at());
    }

    /** How many more may have been delivered than the one that was read. */
    private static int others(Mail mail) {
        boolean counted = mail instanceof Mail.Settled settled && settled.outcome() == Outcome.SENT;
        return Math.max(0, mail.doubt().copies() - (counted ? 0 : 1));
    }
}
