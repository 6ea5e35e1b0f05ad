package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailEvent.DialInChanged;
import dev.foyer.notification.domain.MailEvent.MailAttemptBegun;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailDidNotLeave;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailExpired;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReaddressed;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailRevealed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.MailEvent.RestoredMailHeld;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import dev.foyer.notification.domain.MailEvent.UserDepartureNoted;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.util.Objects;
import java.util.UUID;

/** Folds events into the mailbox; an event that cannot follow what it meets is a broken journal. How mails change is in {@link Turns}. */
final class MailboxEvolution {

    private MailboxEvolution() {}

    static Mailbox evolve(Mailbox mailbox, MailEvent event) {
        return switch (event) {
            case MailQueued queued -> add(mailbox, Turns.queued(queued), queued);
            case MailHeld held -> {
                Mailbox with = add(mailbox, new Mail.Held(held.letter(), held.expiresAt(), held.reason(), null), held);
                yield held.reason() == HoldReason.RESTORED ? with.restoredAt(held.at()) : with;
            }
            case RestoredMailHeld held ->
                mailbox.replace(Turns.restored(outgoing(mailbox, held.id(), event)))
                        .restoredAt(held.at());
            case MailReleased released ->
                mailbox.replace(Turns.released(held(mailbox, released.id(), event), released));
            case MailReaddressed changed ->
                mailbox.replace(Turns.readdressed(alive(mailbox, changed.id(), event), changed.address()))
                        .readdressedAt(changed.changed());
            case MailDiscarded discarded ->
                mailbox.replace(Turns.settled(held(mailbox, discarded.id(), event), Outcome.DISCARDED, null));
            case MailRevealed revealed ->
                mailbox.replace(reveal(held(mailbox, revealed.id(), event), revealed, mailbox));
            case MailOpened opened ->
                mailbox.replace(OpenedLinks.opened(openable(mailbox, opened.id(), event), opened));
            case MailHandedOver handed ->
                mailbox.replace(Turns.settled(held(mailbox, handed.id(), event), Outcome.HANDED_OVER, null));
            case MailAttemptBegun begun -> mailbox.replace(Turns.begun(outgoing(mailbox, begun.id(), event)));
            case MailAttemptFailed failed ->
                mailbox.replace(Turns.attempted(outgoing(mailbox, failed.id(), event), failed));
            case MailDidNotLeave stayed -> mailbox.replace(Turns.stayed(inDoubt(mailbox, stayed.id(), event)));
            case MailRetried retried -> mailbox.replace(Turns.retried(failed(mailbox, retried.id(), event), retried));
            case DialInChanged changed -> mailbox.with(changed.dialIn(), changed.changed());
            case MailSent sent -> mailbox.replace(Turns.sent(sendable(mailbox, sent.id(), event), sent.to()));
            case MailFailed failed -> mailbox.replace(Turns.failed(outgoing(mailbox, failed.id(), event), failed));
            case MailExpired expired -> {
                Mail.Held held = held(mailbox, expired.id(), event);
                yield mailbox.replace(
                        Turns.settled(held, Outcome.EXPIRED, held.reason().name()));
            }
            case MailSuperseded superseded ->
                mailbox.replace(Turns.settled(
                        alive(mailbox, superseded.id(), event),
                        Outcome.SUPERSEDED,
                        superseded.reason().name()));
            case SupersededMailLeft left ->
                mailbox.replace(Turns.left(superseded(mailbox, left.id(), event), left.to()));
            case UserDisablingNoted noted -> mailbox.with(noted.disabled());
            case UserDepartureNoted noted -> mailbox.leftAt(noted.left());
        };
    }

    /** A superseded mail of which it is not recorded yet whether a server was taking it at that moment. */
    static boolean canHaveLeft(Mail.Settled settled) {
        return settled.outcome() == Outcome.SUPERSEDED
                && !Objects.equals(Copies.plain(settled.reason()), Reasons.LEFT_BEFORE_SUPERSEDED);
    }

    /** Held or settled while an attempt was under way. */
    static boolean isInDoubt(Mail mail) {
        return mail.doubt().open() && !(mail instanceof Mail.Outgoing);
    }

    private static Mailbox add(Mailbox mailbox, Mail mail, MailEvent event) {
        if (mailbox.find(mail.id()).isPresent()) {
            throw new ImpossibleEvent(mailbox, event);
        }
        return mailbox.with(mail, event.at());
    }

    /** A second time, or of a PIN that was seen, it would have shown what nobody may see any more (A4). */
    private static Mail reveal(Mail.Held held, MailRevealed revealed, Mailbox mailbox) {
        return held.revealedAt() == null && !held.letter().seen()
                ? Turns.revealed(held, revealed)
                : impossible(mailbox, revealed);
    }

    /** A second time it would have shown what nobody may see any more (A4). */
    private static Mail openable(Mailbox mailbox, UUID id, MailEvent event) {
        Mail mail = mailbox.find(id).filter(Mail::hasPin).orElseGet(() -> impossible(mailbox, event));
        return switch (mail) {
            case Mail.Outgoing outgoing -> outgoing;
            case Mail.Settled settled
            when settled.openedAt() == null
                    && (settled.outcome() == Outcome.SENT || settled.outcome() == Outcome.FAILED) -> settled;
            case Mail.Held _, Mail.Settled _ -> impossible(mailbox, event);
        };
    }

    private static Mail.Held held(Mailbox mailbox, UUID id, MailEvent event) {
        return open(mailbox, id, event) instanceof Mail.Held held ? held : impossible(mailbox, event);
    }

    private static Mail.Outgoing outgoing(Mailbox mailbox, UUID id, MailEvent event) {
        return open(mailbox, id, event) instanceof Mail.Outgoing outgoing ? outgoing : impossible(mailbox, event);
    }

    /** Also one that failed, or lost its address, meanwhile: another server refused what this one had taken. */
    private static Mail sendable(Mailbox mailbox, UUID id, MailEvent event) {
        Mail mail = mailbox.find(id).orElseGet(() -> impossible(mailbox, event));
        return switch (mail) {
            case Mail.Outgoing outgoing -> outgoing;
            case Mail.Held held when isInDoubt(held) -> held;
            case Mail.Settled settled when settled.outcome() == Outcome.FAILED -> settled;
            case Mail.Held _, Mail.Settled _ -> impossible(mailbox, event);
        };
    }

    private static Mail inDoubt(Mailbox mailbox, UUID id, MailEvent event) {
        return mailbox.find(id).filter(MailboxEvolution::isInDoubt).orElseGet(() -> impossible(mailbox, event));
    }

    private static Mail.Settled failed(Mailbox mailbox, UUID id, MailEvent event) {
        return alive(mailbox, id, event) instanceof Mail.Settled settled ? settled : impossible(mailbox, event);
    }

    private static Mail alive(Mailbox mailbox, UUID id, MailEvent event) {
        return mailbox.find(id).filter(Mail::alive).orElseGet(() -> impossible(mailbox, event));
    }

    private static Mail open(Mailbox mailbox, UUID id, MailEvent event) {
        return mailbox.find(id).filter(Mail::open).orElseGet(() -> impossible(mailbox, event));
    }

    private static Mail.Settled superseded(Mailbox mailbox, UUID id, MailEvent event) {
        return mailbox.find(id).orElse(null) instanceof Mail.Settled settled && canHaveLeft(settled)
                ? settled
                : impossible(mailbox, event);
    }

    private static <T> T impossible(Mailbox mailbox, MailEvent event) {
        throw new ImpossibleEvent(mailbox, event);
    }
}
