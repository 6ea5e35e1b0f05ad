package dev.foyer.meeting.setup;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Commands;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.Webhooks;
import dev.foyer.service.eventsourced.LocalAggregates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Sends each command to the instance that owns the aggregate. */
@ApplicationScoped
public class RoutedWebhooks implements WebhookCommands {

    @Inject
    Commands commands;

    @Inject
    @LocalAggregates
    Commands own;

    @Inject
    WebhookAggregates aggregates;

    @Override
    public CompletionStage<Reply<WebhookRefusal, WebhookAnswer>> submit(
            String tenant, WebhookCommand command, CommandMeta meta) {
        return commands.submit(aggregates.webhooks(), tenant, command, meta);
    }

    @Override
    public CompletionStage<Webhooks> of(String tenant) {
        return commands.read(aggregates.webhooks(), tenant);
    }

    @Override
    public CompletionStage<Reply<WebhookRefusal, DeliveryAnswer>> ofOutbox(
            String outbox, DeliveryCommand command, CommandMeta meta) {
        return commands.submit(aggregates.outboxes(), outbox, command, meta);
    }

    @Override
    public CompletionStage<Outbox> owned(String outbox) {
        return own.read(aggregates.outboxes(), outbox);
    }
}
