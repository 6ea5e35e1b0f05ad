package dev.foyer.notification.domain;

import dev.foyer.base.UserName;
import dev.foyer.notification.domain.MailEvent.MailAttemptFailed;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import dev.foyer.notification.domain.MailEvent.MailQueued;
import dev.foyer.notification.domain.MailEvent.MailReleased;
import dev.foyer.notification.domain.MailEvent.MailRetried;
import dev.foyer.notification.domain.MailEvent.MailRevealed;

/** What one mail becomes by each event. That it may have been delivered is never lost: it stands in the reason of all that follows. */
final class Turns {

    private Turns() {}

    /** An address that is the user's own is no choice: when it changes, the mail follows. */
    static Mail queued(MailQueued queued) {
        return new Mail.Outgoing(
                queued.letter(),
                queued.expiresAt(),
                queued.to(),
                false,
                0,
                null,
                null,
                null,
                null,
                !UserName.same(queued.to(), queued.letter().recipient().address()),
                Doubt.NONE);
    }

    static Mail released(Mail.Held held, MailReleased released) {
        return new Mail.Outgoing(
                held.letter(),
                held.expiresAt(),
                released.to(),
                true,
                held.attempts(),
                null,
                null,
                held.revealedAt(),
                null,
                !UserName.same(released.to(), held.to()),
                held.doubt());
    }

    /** It waits where it would have gone on. */
    static Mail restored(Mail.Outgoing mail) {
        return new Mail.Held(
                mail.letter(), mail.expiresAt(), HoldReason.RESTORED, mail.revealedAt(), mail.attempts(), mail.doubt());
    }

    static Mail revealed(Mail.Held held, MailRevealed revealed) {
        return new Mail.Held(
                held.letter(), held.expiresAt(), held.reason(), revealed.at(), held.attempts(), held.doubt());
    }

    /** One that failed says where that was; it goes elsewhere when it is tried again. */
    static Mail readdressed(Mail mail, String address) {
        Letter letter = mail.letter().at(address);
        return mail instanceof Mail.Outgoing out
                ? address == null
                        ? new Mail.Held(
                                letter,
                                out.expiresAt(),
                                HoldReason.NO_ADDRESS,
                                out.revealedAt(),
                                out.attempts(),
                                out.doubt())
                        : out.with(letter, address)
                : mail.with(letter);
    }

    static Mail begun(Mail.Outgoing mail) {
        return mail.tried(
                mail.attempts() + 1,
                mail.lastProblem(),
                mail.lastAttemptAt(),
                mail.doubt().begun());
    }

    static Mail attempted(Mail.Outgoing mail, MailAttemptFailed failed) {
        return mail.tried(
                mail.attempts() + (mail.underWay() ? 0 : 1),
                failed.problem(),
                failed.at(),
                new Doubt(Copies.in(failed.problem()), false));
    }

    static Mail retried(Mail.Settled mail, MailRetried retried) {
        return new Mail.Outgoing(
                mail.letter(),
                mail.expiresAt(),
                mail.goesWhereChosen() ? mail.to() : mail.letter().recipient().address(),
                true,
                mail.attempts(),
                null,
                null,
                mail.revealedAt(),
                retried.at(),
                mail.chosen(),
                mail.doubt().closed());
    }

    static Mail sent(Mail mail, String to) {
        Doubt doubt = mail.doubt().ended();
        return settled(
                mail,
                to == null ? mail.to() : to,
                mail.attempts() + (mail.doubt().open() ? 0 : 1),
                Outcome.SENT,
                null,
                doubt);
    }

    /** The timer may say so while an attempt is under way: then how that ends is not known. */
    static Mail failed(Mail.Outgoing mail, MailFailed failed) {
        int copies = Copies.in(failed.reason());
        boolean unknown = mail.underWay() && copies >= mail.doubt().copies();
        int attempts = mail.underWay()
                ? mail.attempts() - (unknown || failed.tried() ? 0 : 1)
                : mail.attempts() + (failed.tried() ? 1 : 0);
        return settled(mail, mail.to(), attempts, Outcome.FAILED, failed.reason(), new Doubt(copies, unknown));
    }

    /** Before it was known how the attempt ended that was under way, if one was. */
    static Mail settled(Mail mail, Outcome outcome, String reason) {
        return settled(mail, mail.to(), mail.attempts(), outcome, reason, mail.doubt());
    }

    static Mail left(Mail.Settled mail, String to) {
        return settled(
                mail,
                to == null ? mail.to() : to,
                mail.attempts() + (mail.doubt().open() ? 0 : 1),
                Outcome.SUPERSEDED,
                Reasons.LEFT_BEFORE_SUPERSEDED,
                mail.doubt().ended());
    }

    /** How the attempt ended that was under way: no server took it. */
    static Mail stayed(Mail mail) {
        Doubt known = mail.doubt().ended();
        return switch (mail) {
            case Mail.Settled over -> settled(over, over.to(), over.attempts(), over.outcome(), over.reason(), known);
            case Mail.Held held ->
                new Mail.Held(
                        held.letter(), held.expiresAt(), held.reason(), held.revealedAt(), held.attempts(), known);
            case Mail.Outgoing out -> throw new IllegalArgumentException("It is not over");
        };
    }

    private static Mail settled(Mail mail, String to, int attempts, Outcome outcome, String reason, Doubt doubt) {
        return new Mail.Settled(
                mail.letter(),
                mail.expiresAt(),
                to,
                attempts,
                outcome,
                Copies.said(reason, doubt.copies()),
                mail.revealedAt(),
                null,
                outcome == Outcome.FAILED && mail.goesWhereChosen(),
                doubt);
    }
}
