package dev.foyer.notification.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.notification.contract.NotificationPublisherV1;
import dev.foyer.notification.domain.HoldTimer;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailContext;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.domain.link.Link;
import dev.foyer.notification.domain.link.LinkCommand;
import dev.foyer.notification.domain.link.LinkDecider;
import dev.foyer.notification.domain.link.LinkEvent;
import dev.foyer.notification.domain.link.LinkRefusal;
import dev.foyer.notification.domain.link.LinkTimers;
import dev.foyer.notification.inbound.MailSettings;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.journal.LinkJournal;
import dev.foyer.notification.journal.MailboxJournal;
import dev.foyer.notification.journal.MailboxWire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The kinds of aggregates in {@code notification.journal}. Immutable.
 *
 * @param mailboxes id {@code tenant/userId}
 * @param links id is the hash of the link's token
 */
record NotificationAggregates(
        AggregateType<Mailbox, MailCommand, MailEvent, MailRefusal, MailAnswer, MailContext> mailboxes,
        AggregateType<Link, LinkCommand, LinkEvent, LinkRefusal, MailAnswer, Instant> links) {

    /**
     * @param worker is told what has to be sent
     * @param holdTime how long after its PIN was made a mail may be sent at most
     * @param restoredAt the moment of the backup that this Foyer was restored from; {@code null}: it never was
     */
    static NotificationAggregates of(
            CommitListener<Mailbox, MailEvent> worker,
            TenantSettingsTable settings,
            Duration holdTime,
            Instant restoredAt) {
        return new NotificationAggregates(
                new AggregateType<>(
                        "mailbox",
                        new MailboxDecider(),
                        MailboxJournal.events(),
                        MailboxJournal.answers(),
                        (id, meta, now) -> context(settings.of(tenantOf(id)), now, holdTime, restoredAt),
                        new NotificationPublisherV1(),
                        worker,
                        new HoldTimer(),
                        MailboxWire.MAILBOXES),
                new AggregateType<>(
                        "link",
                        new LinkDecider(),
                        LinkJournal.events(),
                        MailboxJournal.answers(),
                        (id, meta, now) -> now,
                        Publisher.nothing(),
                        CommitListener.none(),
                        new LinkTimers(),
                        MailboxWire.LINKS));
    }

    private static MailContext context(MailSettings tenant, Instant now, Duration holdTime, Instant restoredAt) {
        return new MailContext(now, holdTime, tenant.switchedOff(), restoredAt);
    }

    List<AggregateType<?, ?, ?, ?, ?, ?>> all() {
        return List.of(mailboxes, links);
    }

    /** Of a mailbox, {@code tenant/userId}. */
    static String tenantOf(String mailbox) {
        return mailbox.substring(0, mailbox.indexOf('/'));
    }
}
