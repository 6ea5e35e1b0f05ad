package dev.foyer.notification.domain;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.notification.domain.MailCommand.ExpireMails;
import dev.foyer.notification.domain.MailEvent.MailExpired;
import dev.foyer.notification.domain.MailEvent.MailFailed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PIN that reached nobody within the hold time reaches nobody any more (D5, D6). One that lost its address while a server was taking it
 * expires a little later: by then it is known whether it left, and the ledger must not deny that (L4 of the reliability cases).
 */
public final class HoldTimer implements Timers<Mailbox, MailCommand> {

    @Override
    public Optional<Instant> due(Mailbox mailbox) {
        return mailbox.mails().stream()
                .filter(Mail::open)
                .map(mail -> overAt(mailbox, mail))
                .min(Comparator.naturalOrder());
    }

    private static Instant overAt(Mailbox mailbox, Mail mail) {
        return mailbox.answeredBy(mail)
                .filter(answered -> answered.isAfter(mail.expiresAt()))
                .orElse(mail.expiresAt());
    }

    @Override
    public MailCommand command(Mailbox mailbox) {
        return new ExpireMails();
    }

    /** What waited for an administrator has expired; what no server took in time has failed. */
    static List<MailEvent> expire(Mailbox mailbox, Instant now) {
        return mailbox.mails().stream()
                .filter(mail -> !now.isBefore(overAt(mailbox, mail)))
                .flatMap(mail -> switch (mail) {
                    case Mail.Held held -> Stream.<MailEvent>of(new MailExpired(held.id(), now));
                    case Mail.Outgoing outgoing ->
                        Stream.<MailEvent>of(new MailFailed(
                                outgoing.id(),
                                Copies.said(
                                        Reasons.HOLD_TIME_OVER, outgoing.doubt().copies()),
                                false,
                                now));
                    case Mail.Settled settled -> Stream.<MailEvent>empty();
                })
                .toList();
    }
}
