package dev.foyer.eventsourcing.deadletters;

import java.time.Instant;

/**
 * The data of the public events of dead letters, field for field as the schemas of each service have them; absent fields are
 * {@code null}. The schemas describe the fields.
 */
public sealed interface DeadLetterEventsV1 {

    /** {@code outcome} is {@code HANDLED} or {@code BURIED_AGAIN}. */
    record DeadLetterReplayed(
            String tenant,
            String deadLetterId,
            String topic,
            int partition,
            long offset,
            String outcome,
            String why,
            String reason,
            Instant at)
            implements DeadLetterEventsV1 {}

    record DeadLetterDiscarded(
            String tenant, String deadLetterId, String topic, int partition, long offset, String reason, Instant at)
            implements DeadLetterEventsV1 {}
}
