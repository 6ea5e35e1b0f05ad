package dev.foyer.notification.domain;

import static dev.foyer.notification.domain.MailboxDecider.accept;
import static dev.foyer.notification.domain.MailboxDecider.nothingToDo;

import dev.foyer.base.UserName;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.notification.domain.MailCommand.ReleaseMail;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailRevealed;

/** What an administrator may do with a mail that waits (D5). Whatever is done with it, its PIN is seen once at most (A4). */
final class HeldMails {

    private HeldMails() {}

    static Decision<MailEvent, MailRefusal, MailAnswer> release(Mail mail, ReleaseMail command, MailContext context) {
        String to = command.toAddress() == null ? mail.to() : command.toAddress();
        return switch (mail) {
            case Mail.Held held when held.expired(context.now()) -> Decision.refuse(new MailRefusal.HoldTimeIsOver());
            case Mail.Held _ when to == null -> Decision.refuse(new MailRefusal.AddressIsMissing());
            case Mail.Held held -> accept(new MailReleased(held.id(), to, context.now()));
            case Mail.Outgoing outgoing when UserName.same(to, outgoing.to()) -> nothingToDo();
            case Mail.Outgoing outgoing -> Decision.refuse(new MailRefusal.MailIsOnItsWay(outgoing.to()));
            case Mail.Settled settled -> Decision.refuse(new MailRefusal.MailIsSettled(settled.outcome()));
        };
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> discard(Mailbox mailbox, Mail mail, MailContext context) {
        return switch (mail) {
            case Mail.Held held when mayBeTakenNow(mailbox, held, context) -> onItsWay();
            case Mail.Held held -> accept(new MailDiscarded(held.id(), context.now()));
            case Mail.Outgoing outgoing -> Decision.refuse(new MailRefusal.MailIsOnItsWay(outgoing.to()));
            case Mail.Settled settled when settled.outcome() == Outcome.DISCARDED -> nothingToDo();
            case Mail.Settled settled -> Decision.refuse(new MailRefusal.MailIsSettled(settled.outcome()));
        };
    }

    static Decision<MailEvent, MailRefusal, MailAnswer> handOver(Mailbox mailbox, Mail mail, MailContext context) {
        return switch (mail) {
            case Mail.Held held when held.expired(context.now()) -> Decision.refuse(new MailRefusal.HoldTimeIsOver());
            case Mail.Held held when mayBeTakenNow(mailbox, held, context) -> onItsWay();
            case Mail.Held held -> accept(new MailHandedOver(held.id(), context.now()));
            case Mail.Outgoing outgoing -> Decision.refuse(new MailRefusal.MailIsOnItsWay(outgoing.to()));
            case Mail.Settled settled when settled.outcome() == Outcome.HANDED_OVER -> nothingToDo();
            case Mail.Settled settled -> Decision.refuse(new MailRefusal.MailIsSettled(settled.outcome()));
        };
    }

    /** It lost its address while a server had it: until that has answered, nobody may say what became of it. */
    private static boolean mayBeTakenNow(Mailbox mailbox, Mail.Held held, MailContext context) {
        return mailbox.answeredBy(held).filter(context.now()::isBefore).isPresent();
    }

    private static Decision<MailEvent, MailRefusal, MailAnswer> onItsWay() {
        return Decision.refuse(new MailRefusal.MailIsOnItsWay(null));
    }

    /** What failed is tried again, at the address that is right now, unless it says what does not hold any more; one on its way is tried anyway. */
    static Decision<MailEvent, MailRefusal, MailAnswer> retry(Mailbox mailbox, Mail mail, MailContext context) {
        return switch (mail) {
            case Mail.Outgoing _ -> nothingToDo();
            case Mail.Held _ -> Decision.refuse(new MailRefusal.MailHasNotFailed());
            case Mail.Settled settled
            when settled.outcome() != Outcome.FAILED ->
                Decision.refuse(new MailRefusal.MailIsSettled(settled.outcome()));
            case Mail.Settled settled
            when settled.expired(context.now()) -> Decision.refuse(new MailRefusal.HoldTimeIsOver());
            case Mail.Settled settled
            when !settled.goesWhereChosen() && settled.letter().recipient().address() == null ->
                Decision.refuse(new MailRefusal.RetryNeedsAddress());
            case Mail.Settled settled
            when Staleness.of(mailbox, settled.letter()).isPresent() ->
                Decision.refuse(new MailRefusal.MailIsSettled(Outcome.SUPERSEDED));
            case Mail.Settled settled -> accept(new MailRetried(settled.id(), context.now()));
        };
    }

    /** Once revealed, nothing else is worth saying of it: that answer holds for ever. */
    static Decision<MailEvent, MailRefusal, MailAnswer> reveal(Mailbox mailbox, Mail mail, MailContext context) {
        return switch (mail) {
            case Mail _ when !mail.hasPin() -> Decision.refuse(new MailRefusal.MailHasNoPin());
            case Mail _ when mail.revealedAt() != null -> Decision.refuse(new MailRefusal.AlreadyRevealed());
            case Mail.Held held when held.expired(context.now()) -> Decision.refuse(new MailRefusal.HoldTimeIsOver());
            case Mail.Held held when held.letter().seen() -> Decision.refuse(new MailRefusal.PinWasShown());
            case Mail.Held held when mayBeTakenNow(mailbox, held, context) -> onItsWay();
            case Mail.Held held -> accept(new MailRevealed(held.id(), context.now()));
            case Mail.Outgoing outgoing -> Decision.refuse(new MailRefusal.MailIsOnItsWay(outgoing.to()));
            case Mail.Settled settled -> Decision.refuse(new MailRefusal.MailIsSettled(settled.outcome()));
        };
    }
}
