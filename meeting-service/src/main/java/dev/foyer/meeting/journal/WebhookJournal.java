package dev.foyer.meeting.journal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.JournalFormat;
import dev.foyer.eventsourcing.JsonFormat;
import dev.foyer.meeting.domain.delivery.DeliveryAnswer;
import dev.foyer.meeting.domain.delivery.DeliveryEvent;
import dev.foyer.meeting.domain.webhook.WebhookAnswer;
import dev.foyer.meeting.domain.webhook.WebhookEvent;
import java.util.Map;

/** The stored formats of webhooks, under the number of {@link MeetingJournal#FORMAT}. Immutable, thread-safe. */
public final class WebhookJournal {

    private static final JsonMapper JSON = Json.mapper().build();

    private WebhookJournal() {}

    /** Events of a tenant's webhooks. */
    public static JournalFormat<WebhookEvent> webhooks() {
        return JsonFormat.of(
                WebhookEvent.class,
                JSON,
                Map.of(
                        "WebhookAdded", WebhookEvent.WebhookAdded.class,
                        "WebhookChanged", WebhookEvent.WebhookChanged.class,
                        "WebhookSecretRotated", WebhookEvent.WebhookSecretRotated.class,
                        "WebhookDisabled", WebhookEvent.WebhookDisabled.class,
                        "WebhookRemoved", WebhookEvent.WebhookRemoved.class,
                        "WebhookBeganToFail", WebhookEvent.WebhookBeganToFail.class,
                        "WebhookWorksAgain", WebhookEvent.WebhookWorksAgain.class));
    }

    /** Answers to repeated commands of webhooks. */
    public static JournalFormat<WebhookAnswer> answers() {
        return JsonFormat.of(WebhookAnswer.class, JSON, Map.of("WebhookNoted", WebhookAnswer.WebhookNoted.class));
    }

    /** Events of outboxes. */
    public static JournalFormat<DeliveryEvent> deliveries() {
        return JsonFormat.of(
                DeliveryEvent.class,
                JSON,
                Map.of(
                        "DeliveryQueued", DeliveryEvent.DeliveryQueued.class,
                        "Delivered", DeliveryEvent.Delivered.class,
                        "AttemptFailed", DeliveryEvent.AttemptFailed.class,
                        "DeliveryFailed", DeliveryEvent.DeliveryFailed.class,
                        "DeliveryGivenUp", DeliveryEvent.DeliveryGivenUp.class,
                        "RedeliveryAsked", DeliveryEvent.RedeliveryAsked.class,
                        "DeliveriesForgotten", DeliveryEvent.DeliveriesForgotten.class));
    }

    /** Answers to repeated commands of outboxes. */
    public static JournalFormat<DeliveryAnswer> deliveryAnswers() {
        return JsonFormat.of(
                DeliveryAnswer.class,
                JSON,
                Map.of(
                        "DeliveryNoted", DeliveryAnswer.DeliveryNoted.class,
                        "Found", DeliveryAnswer.Found.class));
    }
}
