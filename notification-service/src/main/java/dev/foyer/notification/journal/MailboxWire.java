package dev.foyer.notification.journal;

import dev.foyer.eventsourcing.WireFormat;
import dev.foyer.eventsourcing.WireFormats;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkRefusal;

/** The formats of forwarded commands, their answers, and states in snapshots. */
public final class MailboxWire {

    public static final WireFormats<Mailbox, MailCommand, MailRefusal, MailAnswer> MAILBOXES = WireFormats.of(
            WireFormat.mapper().build(), Mailbox.class, MailCommand.class, MailRefusal.class, MailAnswer.class);

    public static final WireFormats<Link, LinkCommand, LinkRefusal, MailAnswer> LINKS = WireFormats.of(
            WireFormat.mapper().build(), Link.class, LinkCommand.class, LinkRefusal.class, MailAnswer.class);

    private MailboxWire() {}
}
