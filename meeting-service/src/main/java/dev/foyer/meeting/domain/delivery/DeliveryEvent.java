package dev.foyer.meeting.domain.delivery;

import java.time.Instant;
import java.util.List;

/** What happened to deliveries. Stored in the journal as they are; never what a receiver's body said. */
public sealed interface DeliveryEvent {

    record DeliveryQueued(String deliveryId, String type, Delivery.Source source, Instant at)
            implements DeliveryEvent {}

    record Delivered(String deliveryId, int attempt, Integer answered, Instant at) implements DeliveryEvent {}

    /** It is tried again then. */
    record AttemptFailed(String deliveryId, int attempt, Integer answered, String reason, Instant nextAt, Instant at)
            implements DeliveryEvent {}

    /** It is not tried again. @param attempt the last that was made */
    record DeliveryFailed(String deliveryId, int attempt, Integer answered, String reason, Instant at)
            implements DeliveryEvent {}

    /** It is not tried: there is nothing to send, or nobody to send it to. */
    record DeliveryGivenUp(String deliveryId, String reason, Instant at) implements DeliveryEvent {}

    record RedeliveryAsked(String deliveryId, Instant at) implements DeliveryEvent {}

    record DeliveriesForgotten(List<String> deliveryIds, Instant at) implements DeliveryEvent {}
}
