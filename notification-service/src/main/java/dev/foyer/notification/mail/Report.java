package dev.foyer.notification.mail;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.notification.domain.Mail;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;

/**
 * What became of an attempt, as the mailbox's owner is to record it. The same for the same attempt however often it is
 * handed in, since its command id follows from the mail and what is said of it.
 */
record Report(String mailbox, MailCommand command, CommandMeta meta) {

    private static final Actor SELF = Actor.service("notification-service");

    static Report of(String mailbox, Mail.Outgoing mail, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Accepted _ -> about(mailbox, mail, "sent", new RecordSent(mail.id(), mail.to()));
            case Attempt.Deferred(String problem, boolean _) ->
                about(mailbox, mail, "attempt-" + number(mail), new RecordAttemptFailed(mail.id(), problem));
            case Attempt.Failed(String reason, boolean tried) ->
                about(
                        mailbox,
                        mail,
                        "failed-" + number(mail) + sinceRetry(mail),
                        new RecordFailed(mail.id(), reason, tried));
        };
    }

    /** A mail fails once for each time that it is tried again, though no server may have been asked. */
    static String sinceRetry(Mail.Outgoing mail) {
        return mail.retriedAt() == null ? "" : "-" + mail.retriedAt().toEpochMilli();
    }

    /** One that is under way is counted among the mail's attempts. */
    private static int number(Mail.Outgoing mail) {
        return mail.attempts() + (mail.underWay() ? 0 : 1);
    }

    private static Report about(String mailbox, Mail.Outgoing mail, String what, MailCommand command) {
        String id = mail.id() + "." + what;
        return new Report(mailbox, command, new CommandMeta(id, mail.letter().correlationId(), SELF));
    }
}
