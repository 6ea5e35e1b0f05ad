package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules of one user's mailbox. What a new delivery means is in {@link IncomingDeliveries}, what an administrator may do with a
 * held mail in {@link HeldMails}, the folding in {@link MailboxEvolution}.
 */
public final class MailboxDecider
        implements Decider<Mailbox, MailCommand, MailEvent, MailRefusal, MailAnswer, MailContext> {

    @Override
    public Mailbox initial() {
        return Mailbox.empty();
    }

    @Override
    public Decision<MailEvent, MailRefusal, MailAnswer> decide(
            Mailbox mailbox, MailCommand command, MailContext context) {
        return switch (command) {
            case QueueMail queue ->
                Decision.accept(new MailAnswer.Done(), IncomingDeliveries.take(mailbox, queue, context));
            case NoticeMail notice ->
                Decision.accept(new MailAnswer.Done(), IncomingNotices.take(mailbox, notice, context));
            case SupersedeMailsOfLock unlocked ->
                Decision.accept(new MailAnswer.Done(), IncomingNotices.unlock(mailbox, unlocked, context));
            case SupersedeMailsOfDisabledUser disabled ->
                Decision.accept(new MailAnswer.Done(), IncomingDeliveries.disable(mailbox, disabled, context));
            case ReleaseMail release -> known(mailbox, release.id(), mail -> HeldMails.release(mail, release, context));
            case RetryMail retry -> known(mailbox, retry.id(), mail -> HeldMails.retry(mailbox, mail, context));
            case DiscardMail discard -> known(mailbox, discard.id(), mail -> HeldMails.discard(mail, context));
            case RevealMail reveal -> known(mailbox, reveal.id(), mail -> HeldMails.reveal(mail, context));
            case OpenMail open -> OpenedLinks.open(mailbox, open.id(), context);
            case HandOverMail handOver -> known(mailbox, handOver.id(), mail -> HeldMails.handOver(mail, context));
            case RecordSent sent -> known(mailbox, sent.id(), mail -> sent(mail, context));
            case RecordAttemptFailed failed ->
                known(
                        mailbox,
                        failed.id(),
                        mail -> whileOutgoing(
                                mail, new MailAttemptFailed(failed.id(), failed.problem(), context.now())));
            case RecordFailed failed ->
                known(
                        mailbox,
                        failed.id(),
                        mail -> whileOutgoing(
                                mail, new MailFailed(failed.id(), failed.reason(), failed.tried(), context.now())));
            case ExpireMails() -> Decision.accept(new MailAnswer.Done(), HoldTimer.expire(mailbox, context.now()));
        };
    }

    @Override
    public Mailbox evolve(Mailbox mailbox, MailEvent event) {
        return MailboxEvolution.evolve(mailbox, event);
    }

    private static Decision<MailEvent, MailRefusal, MailAnswer> known(
            Mailbox mailbox, UUID id, Function<Mail, Decision<MailEvent, MailRefusal, MailAnswer>> rule) {
        Optional<Mail> mail = mailbox.find(id);
        return mail.isPresent() ? rule.apply(mail.get()) : Decision.refuse(new MailRefusal.NotificationIsUnknown());
    }

    /**
     * A second report about the same mail changes nothing. One about a mail that was settled while a server was taking
     * it is kept, because it is true: nobody could stop it. It may come long after, when the broker was away meanwhile.
     */
    private static Decision<MailEvent, MailRefusal, MailAnswer> sent(Mail mail, MailContext context) {
        return switch (mail) {
            case Mail.Held held -> nothingToDo();
            case Mail.Outgoing outgoing -> accept(new MailSent(outgoing.id(), context.now()));
            case Mail.Settled settled
            when MailboxEvolution.canHaveLeft(settled) -> accept(new SupersededMailLeft(settled.id(), context.now()));
            case Mail.Settled settled
            when settled.outcome() == Outcome.FAILED -> accept(new MailSent(settled.id(), context.now()));
            case Mail.Settled settled -> nothingToDo();
        };
    }

    /** A late report of a worker (the mail was superseded, another instance sent it) changes nothing. */
    private static Decision<MailEvent, MailRefusal, MailAnswer> whileOutgoing(Mail mail, MailEvent event) {
        return switch (mail) {
            case Mail.Outgoing outgoing -> accept(event);
            case Mail.Held held -> nothingToDo();
            case Mail.Settled settled -> nothingToDo();
        };
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> accept(MailEvent event) {
        return Decision.accept(new MailAnswer.Done(), event);
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> nothingToDo() {
        return Decision.accept(new MailAnswer.Done());
    }
}
