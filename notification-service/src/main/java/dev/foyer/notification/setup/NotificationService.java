package dev.foyer.notification.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.notification.Mailboxes;
import dev.foyer.notification.inbound.PublishedKeys;
import dev.foyer.notification.inbound.TenantSettingsTable;
import dev.foyer.notification.inbound.WhenPinDeliveryThenQueueMail;
import dev.foyer.notification.inbound.WhenUserDisabledThenSupersedeMails;
import dev.foyer.notification.mail.MailWorker;
import dev.foyer.service.eventsourced.EventSourcedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What notification-service consists of. */
@ApplicationScoped
public class NotificationService implements EventSourcedService {

    @Inject
    NotificationAggregates aggregates;

    @Inject
    Mailboxes mailboxes;

    @Inject
    TenantSettingsTable settings;

    @Inject
    PublishedKeys publishedKeys;

    @Produces
    @Singleton
    static NotificationAggregates aggregates(
            MailWorker worker, TenantSettingsTable settings, NotificationConfig config) {
        return NotificationAggregates.of(worker, settings, config.holdTime());
    }

    @Produces
    @Singleton
    static TenantSettingsTable settings() {
        return new TenantSettingsTable();
    }

    @Override
    public List<AggregateType<?, ?, ?, ?, ?, ?>> aggregates() {
        return aggregates.all();
    }

    @Override
    public List<Inbound> inbound() {
        return List.of(
                new Inbound(
                        List.of(WhenPinDeliveryThenQueueMail.TOPIC),
                        Reactions.confidential(new WhenPinDeliveryThenQueueMail(mailboxes))),
                new Inbound(
                        List.of(WhenUserDisabledThenSupersedeMails.TOPIC),
                        Reactions.of(new WhenUserDisabledThenSupersedeMails(mailboxes))));
    }

    @Override
    public List<Table> tables() {
        return List.of(settings.table(), publishedKeys.table());
    }
}
