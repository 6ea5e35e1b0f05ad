package dev.foyer.meeting.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the decider is given from outside.
 *
 * @param waits before the second attempt, the third, and so on; after the last one there is no other
 * @param kept how long a settled delivery is remembered
 */
public record DeliveryContext(Instant now, List<Duration> waits, Duration kept) {}
