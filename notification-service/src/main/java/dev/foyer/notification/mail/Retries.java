package dev.foyer.notification.mail;

import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;

/**
 * When a mail is tried again: waits double from the first to the longest. Follows from the journal alone, so a restart
 * neither forgets a wait nor makes everybody try at once.
 */
record Retries(Duration first, Duration longest) {

    /** May be in the past. */
    Instant due(Mail.Outgoing mail) {
        return mail.lastAttemptAt() == null
                ? mail.letter().createdAt()
                : mail.lastAttemptAt().plus(waitAfter(mail.attempts()));
    }

    Duration waitAfter(int attempts) {
        Duration wait = first;
        for (int i = 1; i < attempts && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
