package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.MailCommand.BeginAttempt;
import dev.foyer.notification.domain.MailCommand.DiscardMail;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailCommand.HandOverMail;
import dev.foyer.notification.domain.MailCommand.NoteDeparture;
import dev.foyer.notification.domain.MailCommand.NoticeMail;
import dev.foyer.notification.domain.MailCommand.OpenMail;
import dev.foyer.notification.domain.MailCommand.QueueMail;
import dev.foyer.notification.domain.MailCommand.ReaddressMails;
import dev.foyer.notification.domain.MailCommand.RecordAttemptFailed;
import dev.foyer.notification.domain.MailCommand.RecordFailed;
import dev.foyer.notification.domain.MailCommand.RecordSent;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailCommand.RetryMail;
import dev.foyer.notification.domain.MailCommand.RevealMail;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfDisabledUser;
import dev.foyer.notification.domain.MailCommand.SupersedeMailsOfLock;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailDidNotLeave;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.RestoredMailHeld;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rules of one user's mailbox. What a new delivery means is in {@link IncomingDeliveries}, what news of the user are in
 * {@link IncomingNotices} and {@link IncomingAddresses}, what an administrator may do with a
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
            case ReaddressMails changed ->
                Decision.accept(new MailAnswer.Done(), IncomingAddresses.change(mailbox, changed, context));
            case NoteDeparture left ->
                Decision.accept(new MailAnswer.Done(), IncomingAddresses.leave(mailbox, left, context));
            case ReleaseMail release -> known(mailbox, release.id(), mail -> HeldMails.release(mail, release, context));
            case RetryMail retry -> known(mailbox, retry.id(), mail -> HeldMails.retry(mailbox, mail, context));
            case DiscardMail discard -> known(mailbox, discard.id(), mail -> HeldMails.discard(mailbox, mail, context));
            case RevealMail reveal -> known(mailbox, reveal.id(), mail -> HeldMails.reveal(mailbox, mail, context));
            case OpenMail open -> OpenedLinks.open(mailbox, open.id(), context);
            case HandOverMail handOver ->
                known(mailbox, handOver.id(), mail -> HeldMails.handOver(mailbox, mail, context));
            case BeginAttempt begin -> known(mailbox, begin.id(), mail -> begin(mailbox, mail, context));
            case RecordSent sent -> known(mailbox, sent.id(), mail -> sent(mail, sent.to(), context));
            case RecordAttemptFailed failed ->
                known(
                        mailbox,
                        failed.id(),
                        mail -> notSent(
                                mail,
                                new MailAttemptFailed(failed.id(), failed.problem(), context.now()),
                                failed.problem(),
                                context));
            case RecordFailed failed ->
                known(
                        mailbox,
                        failed.id(),
                        mail -> notSent(
                                mail,
                                new MailFailed(failed.id(), failed.reason(), failed.tried(), context.now()),
                                failed.reason(),
                                context));
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

    /** What is under way already is not begun a second time: whoever began it has to say first what became of that. */
    private static Decision<MailEvent, MailRefusal, MailAnswer> begin(Mailbox mailbox, Mail mail, MailContext context) {
        List<MailEvent> held = mailbox.toBeHeldAfterRestore(context).stream()
                .map(restored -> (MailEvent) new RestoredMailHeld(restored.id(), context.now()))
                .toList();
        // All at once: what is on its way after this one decision is there because somebody wants it.
        if (!held.isEmpty()) {
            return Decision.accept(new MailAnswer.Done(), held);
        }
        return mail instanceof Mail.Outgoing outgoing && !outgoing.underWay()
                ? accept(new MailAttemptBegun(outgoing.id(), context.now()))
                : nothingToDo();
    }

    /**
     * A second report about the same mail changes nothing. One about a mail that was settled while a server was taking
     * it is kept, because it is true: nobody could stop it. It may come long after, when the broker was away meanwhile.
     */
    private static Decision<MailEvent, MailRefusal, MailAnswer> sent(Mail mail, String to, MailContext context) {
        String elsewhere = Objects.equals(to, mail.to()) ? null : to;
        return switch (mail) {
            case Mail.Held held
            when MailboxEvolution.isInDoubt(held) -> accept(new MailSent(held.id(), elsewhere, context.now()));
            case Mail.Held held -> nothingToDo();
            case Mail.Outgoing outgoing -> accept(new MailSent(outgoing.id(), elsewhere, context.now()));
            case Mail.Settled settled
            when MailboxEvolution.canHaveLeft(settled) ->
                accept(new SupersededMailLeft(settled.id(), elsewhere, context.now()));
            case Mail.Settled settled
            when settled.outcome() == Outcome.FAILED -> accept(new MailSent(settled.id(), elsewhere, context.now()));
            case Mail.Settled settled -> nothingToDo();
        };
    }

    /**
     * A late report of a worker (the mail was superseded, another instance sent it) changes nothing but what was not known: no
     * server took it.
     *
     * @param words of the report; they say, too, how often it may have been delivered
     */
    private static Decision<MailEvent, MailRefusal, MailAnswer> notSent(
            Mail mail, MailEvent event, String words, MailContext context) {
        if (mail instanceof Mail.Outgoing) {
            return accept(event);
        }
        boolean isKnownNow = MailboxEvolution.isInDoubt(mail)
                && Copies.in(words) < mail.doubt().copies();
        return isKnownNow ? accept(new MailDidNotLeave(mail.id(), context.now())) : nothingToDo();
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> accept(MailEvent event) {
        return Decision.accept(new MailAnswer.Done(), event);
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> nothingToDo() {
        return Decision.accept(new MailAnswer.Done());
    }
}
