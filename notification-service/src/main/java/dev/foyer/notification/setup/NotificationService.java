package dev.foyer.notification.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.contract.DeliveryKeysV1;
import dev.foyer.notification.contract.NotificationPublisherV1;
import dev.foyer.notification.domain.HoldTimer;
import dev.foyer.notification.domain.MailAnswer;
import dev.foyer.notification.domain.MailCommand;
import dev.foyer.notification.domain.MailContext;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.MailRefusal;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import dev.foyer.notification.inbound.PublishedKeys;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.inbound.WhenPinDeliveryThenQueueMail;
import dev.foyer.notification.inbound.WhenUserDisabledThenSupersedeMails;
import dev.foyer.notification.journal.MailboxJournal;
import dev.foyer.notification.journal.MailboxWire;
import dev.foyer.notification.mail.MailWorker;
import dev.foyer.service.eventsourced.EventSourcedService;
import dev.foyer.service.eventsourced.LocalAggregates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All of this service in one place: its aggregate, what it reads, and the door to both. */
@ApplicationScoped
public class NotificationService implements EventSourcedService, Mailboxes {

    private final AggregateType<Mailbox, MailCommand, MailEvent, MailRefusal, MailAnswer, MailContext> mailbox;
    private final TenantSettingsTable settings;
    private final PublishedKeys publishedKeys;
    private final Instance<Commands> commands;
    private final Instance<Commands> ownCommands;

    NotificationService(
            NotificationConfig config,
            MailWorker worker,
            TenantSettingsTable settings,
            PublishedKeys publishedKeys,
            Instance<Commands> commands,
            @LocalAggregates Instance<Commands> ownCommands) {
        this.settings = settings;
        this.publishedKeys = publishedKeys;
        this.commands = commands;
        this.ownCommands = ownCommands;
        this.mailbox = new AggregateType<>(
                "mailbox",
                new MailboxDecider(),
                MailboxJournal.events(),
                MailboxJournal.answers(),
                (id, meta, now) -> new MailContext(
                        now, config.holdTime(), settings.of(tenantOf(id)).pinByLinkOnly()),
                new NotificationPublisherV1(),
                worker,
                new HoldTimer(),
                MailboxWire.MAILBOXES);
    }

    /** Of a mailbox, {@code tenant/userId}. */
    private static String tenantOf(String mailbox) {
        return mailbox.substring(0, mailbox.indexOf('/'));
    }

    @Produces
    @Singleton
    static TenantSettingsTable settings() {
        return new TenantSettingsTable();
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return List.of(mailbox);
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(
                new Inbound(List.of(WhenPinDeliveryThenQueueMail.TOPIC), new WhenPinDeliveryThenQueueMail(this)),
                new Inbound(
                        List.of(WhenUserDisabledThenSupersedeMails.TOPIC),
                        new WhenUserDisabledThenSupersedeMails(this)));
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(TenantSettingsTable.TOPIC, settings), new Table(DeliveryKeysV1.TOPIC, publishedKeys));
    }

    @Override
    public CompletionStage<Reply<MailRefusal, MailAnswer>> submit(String id, MailCommand command, CommandMeta meta) {
        return commands.get().submit(mailbox, id, command, meta);
    }

    @Override
    public CompletionStage<Mailbox> read(String id) {
        return commands.get().read(mailbox, id);
    }

    @Override
    public CompletionStage<Mailbox> readOwned(String id) {
        return ownCommands.get().read(mailbox, id);
    }
}
