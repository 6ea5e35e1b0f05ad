package dev.foyer.notification.mail;

import dev.foyer.base.Backoff;
import dev.foyer.notification.domain.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a mail is tried again. Follows from the journal alone, so a restart neither forgets a wait nor makes everybody try
 * at once; that is also why what the waits differ by is no chance but the mail's own.
 *
 * @param waits from the first to the longest
 * @param apart by which part of it each wait may be shorter, so that mails do not try again in step
 */
record Retries(Backoff waits, double apart) {

    /**
     * How long the mail has to wait; zero or less: it need not. Never longer than the wait itself: a clock that was set back
     * since the last attempt says otherwise.
     */
    Duration left(Mail.Outgoing mail, Instant now) {
        if (mail.lastAttemptAt() == null || mail.underWay()) {
            return Duration.ZERO;
        }
        Duration wait = ownWait(mail);
        Duration left = Duration.between(now, mail.lastAttemptAt().plus(wait));
        return left.compareTo(wait) < 0 ? left : wait;
    }

    private Duration ownWait(Mail.Outgoing mail) {
        Duration wait = waits.after(mail.attempts());
        double own = Math.floorMod(Objects.hash(mail.id(), mail.attempts()), 1_000) / 1_000.0;
        return Duration.ofNanos((long) (wait.toNanos() * (1 - apart * own)));
    }
}
