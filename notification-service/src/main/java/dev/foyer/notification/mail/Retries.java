package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Mail;
import java.time.Instant;

/**
 * When a mail is tried again. Follows from the journal alone, so a restart neither forgets a wait nor makes everybody try
 * at once; that is also why the waits are without chance.
 */
record Retries(Backoff waits) {

    /** May be in the past. */
    Instant due(Mail.Outgoing mail) {
        return mail.lastAttemptAt() == null
                ? mail.letter().createdAt()
                : mail.lastAttemptAt().plus(waits.after(mail.attempts()));
    }
}
