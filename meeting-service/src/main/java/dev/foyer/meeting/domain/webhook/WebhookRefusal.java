package dev.foyer.meeting.domain.webhook;

import java.time.Instant;

/** Why nothing happened to webhooks or their deliveries. */
public sealed interface WebhookRefusal {

    /** The tenant has none of that id. */
    record WebhookNotFound() implements WebhookRefusal {}

    /** The tenant has as many as it may have. */
    record TooManyWebhooks(int most) implements WebhookRefusal {}

    /** There is no such delivery, or not any more. */
    record DeliveryNotFound() implements WebhookRefusal {}

    /** So many secrets sign still that one more would cut one off. @param until when there is room for another */
    record RotatedTooOften(Instant until) implements WebhookRefusal {}
}
