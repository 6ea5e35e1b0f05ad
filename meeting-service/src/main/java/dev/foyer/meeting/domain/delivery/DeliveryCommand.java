package dev.foyer.meeting.domain.delivery;

import java.time.Duration;
import java.time.Instant;

/** What can be wanted of an outbox. */
public sealed interface DeliveryCommand {

    /** One more. @param source {@code null}: a test */
    record QueueDelivery(String deliveryId, String type, Delivery.Source source) implements DeliveryCommand {}

    /**
     * What became of an attempt.
     *
     * @param attempt which it was, so that it counts once
     * @param answered the status, {@code null}: no answer came
     * @param reason why it failed; {@code null}: it did not
     * @param retryAfter what the receiver asks for; {@code null}: nothing
     * @param last whether it is not tried again, whatever happened
     * @param jitter from 0 to 100: where in its range the next wait is
     */
    record RecordAttempt(
            String deliveryId,
            int attempt,
            Integer answered,
            String reason,
            Duration retryAfter,
            boolean last,
            int jitter)
            implements DeliveryCommand {}

    /** Cannot be delivered, so it is not tried. */
    record GiveUpDelivery(String deliveryId, String reason) implements DeliveryCommand {}

    /** Once more, at once, whatever became of it; {@code webhook-id} stays. */
    record Redeliver(String deliveryId) implements DeliveryCommand {}

    /**
     * Asks only.
     *
     * @param status {@code null}: any; so of type
     * @param afterTime with {@code afterId} where the list was cut; {@code null}: its beginning
     */
    record FindDeliveries(Delivery.Status status, String type, Instant afterTime, String afterId, int limit)
            implements DeliveryCommand {}

    /** What was settled long ago goes; what the timer asks. */
    record ForgetDeliveries() implements DeliveryCommand {}
}
