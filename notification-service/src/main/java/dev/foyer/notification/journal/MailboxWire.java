package dev.foyer.notification.journal;

import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.notification.domain.Answer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.Refusal;

/** How instances of notification-service speak with each other, and its states in snapshots. */
public final class MailboxWire {

    public static final WireFormats<Mailbox, MailCommand, Refusal, Answer> MAILBOXES =
            WireFormats.of(WireFormat.mapper().build(), Mailbox.class, MailCommand.class, Refusal.class, Answer.class);

    private MailboxWire() {}
}
