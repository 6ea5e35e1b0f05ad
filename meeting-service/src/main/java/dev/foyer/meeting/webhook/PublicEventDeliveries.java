package dev.foyer.meeting.webhook;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.InboundHandler;
import dev.foyer.meeting.WebhookCommands;
import dev.foyer.meeting.domain.delivery.Delivery;
import dev.foyer.meeting.domain.delivery.DeliveryCommand.QueueDelivery;
import dev.foyer.meeting.domain.delivery.DeliveryIds;
import dev.foyer.meeting.domain.webhook.Beginning.Place;
import dev.foyer.meeting.domain.webhook.EventTypes;
import dev.foyer.meeting.domain.webhook.Webhook;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whatever comes to {@code out.<tenant>.events} is queued for each webhook of the tenant that wants it, once (H2): the delivery's id
 * follows from the event's and the webhook's, however often the event is read.
 */
@Singleton
public final class PublicEventDeliveries implements InboundHandler {

    private static final Pattern TOPIC = Pattern.compile("out\\.(.+)\\.events");

    private final WebhookCommands webhooks;
    private final SharedReads reads;
    private final PublicRecords records;
    private final WebhooksConfig config;
    private final Clock clock = Clock.systemUTC();

    @Inject
    PublicEventDeliveries(WebhookCommands webhooks, PublicRecords records, WebhooksConfig config) {
        this.webhooks = webhooks;
        this.reads = new SharedReads(webhooks::of);
        this.records = records;
        this.config = config;
    }

    @Override
    public boolean understands(String type) {
        return EventTypes.all().contains(type);
    }

    /** Somebody waits for it: a bridge. */
    @Override
    public boolean awaited() {
        return true;
    }

    @Override
    public CompletionStage<?> handle(InboundEvent event) {
        Matcher topic = TOPIC.matcher(event.topic());
        if (!topic.matches() || !topic.group(1).equals(event.tenant())) {
            throw new Unacceptable("The event is of another tenant than the topic's name says.");
        }
        String tenant = topic.group(1);
        Instant happened = event.time();
        if (happened.isBefore(clock.instant().minus(config.kept()))) {
            // Nobody remembers any more whether it was delivered.
            return CompletableFuture.completedFuture(null);
        }
        return reads.of(tenant).thenCompose(all -> {
            Place place = new Place(event.origin().topicId(), event.partition(), event.offset());
            List<Webhook> wanting = all.byId().values().stream()
                    .filter(webhook -> webhook.wants(event.type(), place, happened))
                    .toList();
            if (!wanting.isEmpty()) {
                records.keep(event, tenant);
            }
            return CompletableFuture.allOf(wanting.stream()
                    .map(webhook -> queue(tenant, webhook, event).toCompletableFuture())
                    .toArray(CompletableFuture[]::new));
        });
    }

    private CompletionStage<?> queue(String tenant, Webhook webhook, InboundEvent event) {
        String id = DeliveryIds.of(webhook.id(), event.envelope().source(), event.id());
        String correlation = event.correlationId() == null ? event.id() : event.correlationId();
        return webhooks.ofOutbox(
                DeliveryIds.outbox(tenant, webhook.id(), id),
                new QueueDelivery(id, event.type(), new Delivery.Source(event.partition(), event.offset(), event.id())),
                new CommandMeta(id + "/queue", correlation, Actor.service("meeting-service"), event.traceparent()));
    }
}
