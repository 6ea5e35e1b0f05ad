package dev.foyer.notification.mail;

import static dev.foyer.notification.domain.Letters.NOON;

import dev.foyer.base.Backoff;
import dev.foyer.base.SteadyClock;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.mail.smtp.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** Workers of tests, which wait for milliseconds only. */
final class Workers {

    private Workers() {}

    /** What came of the way to a server. */
    @FunctionalInterface
    interface Handing {
        Outcome hand(Mail.Outgoing mail, Runnable late);
    }

    /** Of the real sender it has all but the writing. */
    static MailWorker of(Mailboxes mailboxes, MailServer server, Handing smtp) {
        return of(mailboxes, server, Backoff.between(Duration.ofMillis(1), Duration.ofMillis(20)), smtp);
    }

    /** One whose mails wait so long for their next attempt. */
    static MailWorker of(Mailboxes mailboxes, MailServer server, Backoff waits, Handing smtp) {
        return of(mailboxes, server, waits, new MailRate(OptionalInt.empty(), new SteadyClock()), smtp);
    }

    /** One that may send so many in a minute. */
    static MailWorker of(Mailboxes mailboxes, MailServer server, MailRate rate, Handing smtp) {
        return of(mailboxes, server, Backoff.between(Duration.ofMillis(1), Duration.ofMillis(20)), rate, smtp);
    }

    private static MailWorker of(Mailboxes mailboxes, MailServer server, Backoff waits, MailRate rate, Handing smtp) {
        return new MailWorker(
                mailboxes,
                (mail, late) -> {
                    Attempt attempt = SmtpFailures.classify(smtp.hand(mail, late));
                    server.heard(attempt);
                    return Unanswered.counted(Unanswered.before(mail), attempt);
                },
                new RetryWaits(new Retries(waits, 0.2), () -> NOON, new SteadyClock()),
                server,
                rate,
                Clock.fixed(NOON, ZoneOffset.UTC),
                () -> true,
                new Pace(8, Duration.ofMillis(5), Duration.ZERO, null));
    }
}
