package dev.foyer.gateway.api;

import dev.foyer.gateway.clients.WebhooksClient.Delivery;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an event on its way to a webhook. */
@Schema(name = "WebhookDelivery")
public record DeliveryAnswer(
        @Schema(description = "The webhook-id of its requests")
        String id,

        String type,
        Status status,
        int attempts,
        @Schema(description = "Absent: it is settled") Instant nextAttemptAt,

        @Schema(description = "Of the last answer; absent: there was none")
        Integer responseStatus,

        @Schema(description = "Why the last attempt failed") String reason,
        Instant queuedAt,
        Instant at) {

    /** How far it is. */
    @Schema(name = "DeliveryStatus")
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }

    static DeliveryAnswer of(Delivery is) {
        return new DeliveryAnswer(
                is.id(),
                is.type(),
                Status.valueOf(is.status()),
                is.attempts(),
                is.nextAttemptAt(),
                is.responseStatus(),
                is.reason(),
                is.queuedAt(),
                is.at());
    }
}
