package dev.foyer.meeting.setup;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.eventsourcing.Timers;
import dev.foyer.meeting.contract.WebhookPublisherV1;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.DeliveryContext;
import dev.foyer.meeting.domain.delivery.DeliveryDecider;
import dev.foyer.meeting.domain.delivery.DeliveryEvent;
import dev.foyer.meeting.domain.delivery.DeliveryTimers;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookContext;
import dev.foyer.meeting.domain.webhook.WebhookDecider;
import dev.foyer.meeting.domain.webhook.WebhookEvent;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.Webhooks;
import dev.foyer.meeting.journal.WebhookJournal;
import dev.foyer.meeting.journal.WebhookWire;
import dev.foyer.meeting.webhook.WebhooksConfig;
import java.util.List;

/**
 * The kinds of aggregates that webhooks are made of. Their names are part of the stored keys.
 *
 * @param webhooks by tenant
 * @param outboxes by {@code tenant/webhookId/share}
 */
public record WebhookAggregates(
        AggregateType<Webhooks, WebhookCommand, WebhookEvent, WebhookRefusal, WebhookAnswer, WebhookContext> webhooks,
        AggregateType<Outbox, DeliveryCommand, DeliveryEvent, WebhookRefusal, DeliveryAnswer, DeliveryContext>
                outboxes) {

    /** @param deliverer hears what is to be delivered */
    public static WebhookAggregates of(WebhooksConfig config, CommitListener<Outbox, DeliveryEvent> deliverer) {
        return new WebhookAggregates(
                new AggregateType<>(
                        "webhooks",
                        new WebhookDecider(),
                        WebhookJournal.webhooks(),
                        WebhookJournal.answers(),
                        (tenant, meta, now) -> new WebhookContext(
                                now, config.mostPerTenant(), config.bothSecrets(), config.failingAtMost()),
                        new WebhookPublisherV1(),
                        CommitListener.none(),
                        Timers.none(),
                        WebhookWire.WEBHOOKS),
                new AggregateType<>(
                        "webhook-outbox",
                        new DeliveryDecider(),
                        WebhookJournal.deliveries(),
                        WebhookJournal.deliveryAnswers(),
                        (outbox, meta, now) -> new DeliveryContext(now, config.waits(), config.kept()),
                        Publisher.nothing(),
                        deliverer,
                        new DeliveryTimers(config.kept()),
                        WebhookWire.OUTBOXES));
    }

    public List<AggregateType<?, ?, ?, ?, ?, ?>> all() {
        return List.of(webhooks, outboxes);
    }
}
