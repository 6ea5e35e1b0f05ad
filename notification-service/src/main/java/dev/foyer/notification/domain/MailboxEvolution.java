package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.notification.domain.MailEvent.DialInChanged;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailDiscarded;
import dev.foyer.notification.domain.MailEvent.MailExpired;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailHandedOver;
import dev.foyer.notification.domain.MailEvent.MailHeld;
import dev.foyer.notification.domain.MailEvent.MailOpened;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailRevealed;
import dev.foyer.notification.domain.MailEvent.MailSent;
import dev.foyer.notification.domain.MailEvent.MailSuperseded;
import dev.foyer.notification.domain.MailEvent.SupersededMailLeft;
import dev.foyer.notification.domain.MailEvent.UserDisablingNoted;
import java.util.Objects;
import java.util.UUID;

/** Folds events into the mailbox; an event that cannot follow what it meets is a broken journal. */
final class MailboxEvolution {

    private MailboxEvolution() {}

    static Mailbox evolve(Mailbox mailbox, MailEvent event) {
        return switch (event) {
            case MailQueued queued ->
                add(
                        mailbox,
                        new Mail.Outgoing(queued.letter(), queued.expiresAt(), queued.to(), false, 0, null, null, null),
                        queued);
            case MailHeld held ->
                add(mailbox, new Mail.Held(held.letter(), held.expiresAt(), held.reason(), null), held);
            case MailReleased released -> mailbox.replace(release(held(mailbox, released.id(), event), released));
            case MailDiscarded discarded ->
                mailbox.replace(settle(held(mailbox, discarded.id(), event), Outcome.DISCARDED, 0, null));
            case MailRevealed revealed ->
                mailbox.replace(reveal(held(mailbox, revealed.id(), event), revealed, mailbox));
            case MailOpened opened ->
                mailbox.replace(OpenedLinks.opened(openable(mailbox, opened.id(), event), opened));
            case MailHandedOver handed ->
                mailbox.replace(settle(held(mailbox, handed.id(), event), Outcome.HANDED_OVER, 0, null));
            case MailAttemptFailed failed -> mailbox.replace(attempted(outgoing(mailbox, failed.id(), event), failed));
            case MailRetried retried -> mailbox.replace(retry(failed(mailbox, retried.id(), event), retried));
            case DialInChanged changed -> mailbox.with(changed.dialIn(), changed.changed());
            case MailSent sent -> mailbox.replace(settle(sendable(mailbox, sent.id(), event), Outcome.SENT, 1, null));
            case MailFailed failed ->
                mailbox.replace(settle(
                        outgoing(mailbox, failed.id(), event),
                        Outcome.FAILED,
                        failed.tried() ? 1 : 0,
                        failed.reason()));
            case MailExpired expired -> {
                Mail.Held held = held(mailbox, expired.id(), event);
                yield mailbox.replace(
                        settle(held, Outcome.EXPIRED, 0, held.reason().name()));
            }
            case MailSuperseded superseded ->
                mailbox.replace(settle(
                        alive(mailbox, superseded.id(), event),
                        Outcome.SUPERSEDED,
                        0,
                        superseded.reason().name()));
            case SupersededMailLeft left ->
                mailbox.replace(settle(
                        superseded(mailbox, left.id(), event), Outcome.SUPERSEDED, 1, Reasons.LEFT_BEFORE_SUPERSEDED));
            case UserDisablingNoted noted -> mailbox.with(noted.disabled());
        };
    }

    /** A superseded mail of which it is not recorded yet whether a server was taking it at that moment. */
    static boolean canHaveLeft(Mail.Settled settled) {
        return settled.outcome() == Outcome.SUPERSEDED
                && !Objects.equals(settled.reason(), Reasons.LEFT_BEFORE_SUPERSEDED);
    }

    private static Mailbox add(Mailbox mailbox, Mail mail, MailEvent event) {
        if (mailbox.find(mail.id()).isPresent()) {
            throw new ImpossibleEvent(mailbox, event);
        }
        return mailbox.with(mail, event.at());
    }

    private static Mail release(Mail.Held held, MailReleased released) {
        return new Mail.Outgoing(
                held.letter(), held.expiresAt(), released.to(), true, 0, null, null, held.revealedAt());
    }

    /** A second time, or of a PIN that was seen, it would have shown what nobody may see any more (A4). */
    private static Mail reveal(Mail.Held held, MailRevealed revealed, Mailbox mailbox) {
        return held.revealedAt() == null && !held.letter().seen()
                ? new Mail.Held(held.letter(), held.expiresAt(), held.reason(), revealed.at())
                : impossible(mailbox, revealed);
    }

    private static Mail attempted(Mail.Outgoing mail, MailAttemptFailed failed) {
        return new Mail.Outgoing(
                mail.letter(),
                mail.expiresAt(),
                mail.to(),
                mail.released(),
                mail.attempts() + 1,
                failed.problem(),
                failed.at(),
                mail.revealedAt(),
                mail.retriedAt());
    }

    private static Mail retry(Mail.Settled mail, MailRetried retried) {
        return new Mail.Outgoing(
                mail.letter(),
                mail.expiresAt(),
                mail.to(),
                true,
                mail.attempts(),
                null,
                null,
                mail.revealedAt(),
                retried.at());
    }

    private static Mail settle(Mail mail, Outcome outcome, int moreAttempts, String reason) {
        return new Mail.Settled(
                mail.letter(),
                mail.expiresAt(),
                mail.to(),
                mail.attempts() + moreAttempts,
                outcome,
                reason,
                mail.revealedAt());
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

    /** Also one that failed meanwhile: its time ran out, or another server refused what this one had taken. */
    private static Mail sendable(Mailbox mailbox, UUID id, MailEvent event) {
        Mail mail = mailbox.find(id).orElseGet(() -> impossible(mailbox, event));
        return switch (mail) {
            case Mail.Outgoing outgoing -> outgoing;
            case Mail.Settled settled when settled.outcome() == Outcome.FAILED -> settled;
            case Mail.Held _, Mail.Settled _ -> impossible(mailbox, event);
        };
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

    private static Mail superseded(Mailbox mailbox, UUID id, MailEvent event) {
        return mailbox.find(id)
                .filter(mail -> mail instanceof Mail.Settled settled && canHaveLeft(settled))
                .orElseGet(() -> impossible(mailbox, event));
    }

    private static <T> T impossible(Mailbox mailbox, MailEvent event) {
        throw new ImpossibleEvent(mailbox, event);
    }
}
