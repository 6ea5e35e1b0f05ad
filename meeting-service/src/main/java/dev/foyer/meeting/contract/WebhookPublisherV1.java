package dev.foyer.meeting.contract;

import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookEvent;
import dev.foyer.meeting.domain.webhook.Webhooks;
import java.util.List;
import java.util.Optional;

/** From what happens to webhooks to {@code meeting.events}. Pure. */
public final class WebhookPublisherV1 implements Publisher<Webhooks, WebhookEvent, WebhookAnswer> {

    @Override
    public List<PublicRecord> publish(Fact<Webhooks, WebhookEvent, WebhookAnswer> fact) {
        return wire(fact.aggregateId(), fact.event()).stream()
                .map(data -> new PublicRecord(
                        MeetingPublisherV1.TOPIC, key(data), type(data), key(data), data.tenant(), data))
                .toList();
    }

    private static String key(WebhookEventsV1 data) {
        return data.tenant() + "/" + data.webhookId();
    }

    /** The CloudEvents type; never derived from a class name, which may change. */
    private static String type(WebhookEventsV1 data) {
        return switch (data) {
            case WebhookEventsV1.WebhookAdded _ -> "foyer.meeting.WebhookAdded.v1";
            case WebhookEventsV1.WebhookChanged _ -> "foyer.meeting.WebhookChanged.v1";
            case WebhookEventsV1.WebhookSecretRotated _ -> "foyer.meeting.WebhookSecretRotated.v1";
            case WebhookEventsV1.WebhookDisabled _ -> "foyer.meeting.WebhookDisabled.v1";
            case WebhookEventsV1.WebhookRemoved _ -> "foyer.meeting.WebhookRemoved.v1";
        };
    }

    private static Optional<WebhookEventsV1> wire(String tenant, WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.WebhookAdded e ->
                Optional.of(new WebhookEventsV1.WebhookAdded(
                        tenant, e.webhookId(), withoutQuery(e.url()), e.types(), e.description(), e.at()));
            case WebhookEvent.WebhookChanged e ->
                Optional.of(new WebhookEventsV1.WebhookChanged(
                        tenant,
                        e.webhookId(),
                        withoutQuery(e.url()),
                        e.types(),
                        e.description(),
                        e.status().name(),
                        e.at()));
            case WebhookEvent.WebhookSecretRotated e ->
                Optional.of(new WebhookEventsV1.WebhookSecretRotated(tenant, e.webhookId(), e.previousUntil(), e.at()));
            case WebhookEvent.WebhookDisabled e ->
                Optional.of(new WebhookEventsV1.WebhookDisabled(
                        tenant, e.webhookId(), e.reason().name(), e.at()));
            case WebhookEvent.WebhookRemoved e ->
                Optional.of(new WebhookEventsV1.WebhookRemoved(tenant, e.webhookId(), e.at()));
            // How it fares is no news to anybody until it is disabled; the list of deliveries shows it.
            case WebhookEvent.WebhookBeganToFail _, WebhookEvent.WebhookWorksAgain _ -> Optional.empty();
        };
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
