package dev.foyer.notification.mail;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Unavailable;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads a mailbox from its owner, and has the owner record what became of a mail. Blocks its caller. */
final class DeliveryReporter {

    private static final Logger LOG = Logger.getLogger(DeliveryReporter.class);

    private final Mailboxes mailboxes;

    DeliveryReporter(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /**
     * The committed state; empty when another instance owns the mailbox now, which then sends its mails.
     *
     * @throws RuntimeException when it cannot be had at the moment
     */
    Optional<Mailbox> read(String mailbox) {
        try {
            return Optional.of(Answered.of(mailboxes.readLocal(mailbox)));
        } catch (Unavailable e) {
            if (e.reason() == Unavailable.Reason.MOVED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Returns when it is durable that an attempt has begun.
     *
     * @throws Unavailable when it is not known to be, or another instance owns the mailbox now; it may be asked again
     */
    void begin(String mailbox, UUID mail, CommandMeta meta) {
        Answered.of(mailboxes.submitLocal(mailbox, new MailCommand.BeginAttempt(mail), meta));
    }

    /**
     * Returns when it is durable, whichever instance owns the mailbox by now.
     *
     * @throws Unavailable when it is not known to be; it may be handed in again, and changes nothing the second time
     */
    void record(Report report) {
        Reply<MailRefusal, MailAnswer> reply =
                Answered.of(mailboxes.submit(report.mailbox(), report.command(), report.meta()));
        if (reply instanceof Reply.Refused<MailRefusal, MailAnswer>(MailRefusal reason)) {
            LOG.warnf(
                    "%s: not recorded, %s.",
                    report.meta().commandId(), reason.getClass().getSimpleName());
        }
    }
}
