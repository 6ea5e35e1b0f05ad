package dev.foyer.meeting;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryCommand;
import dev.foyer.meeting.domain.delivery.Outbox;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookCommand;
import dev.foyer.meeting.domain.webhook.WebhookRefusal;
import dev.foyer.meeting.domain.webhook.Webhooks;
import java.util.concurrent.CompletionStage;

/**
 * The interface to webhooks and their deliveries, whichever instance owns them. Thread-safe; nothing blocks. Every stage fails
 * with {@link dev.foyer.base.Unavailable} when there is no answer now.
 */
public interface WebhookCommands {

    /** Decides a command of a tenant's webhooks; answers when its events are durable. */
    CompletionStage<Reply<WebhookRefusal, WebhookAnswer>> submit(
            String tenant, WebhookCommand command, CommandMeta meta);

    /** All webhooks of a tenant, as they are. */
    CompletionStage<Webhooks> of(String tenant);

    /** Decides a command of an outbox; answers when its events are durable. */
    CompletionStage<Reply<WebhookRefusal, DeliveryAnswer>> ofOutbox(
            String outbox, DeliveryCommand command, CommandMeta meta);

    /** An outbox that this instance owns, as it is; fails also when another does: only the owner sends. */
    CompletionStage<Outbox> owned(String outbox);
}
