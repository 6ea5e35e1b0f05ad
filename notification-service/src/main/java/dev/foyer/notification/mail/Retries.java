package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;

/**
 * When a mail is tried again. Follows from the journal alone, so a restart neither forgets a wait nor makes everybody try
 * at once; that is also why the waits are without chance.
 */
record Retries(Backoff waits) {

    /**
     * How long the mail has to wait; zero or less: it need not. Never longer than the wait itself: a clock that was set back
     * since the last attempt says otherwise.
     */
    Duration left(Mail.Outgoing mail, Instant now) {
        if (mail.lastAttemptAt() == null) {
            return Duration.ZERO;
        }
        Duration wait = waits.after(mail.attempts());
        Duration left = Duration.between(now, mail.lastAttemptAt().plus(wait));
        return left.compareTo(wait) < 0 ? left : wait;
    }
}
