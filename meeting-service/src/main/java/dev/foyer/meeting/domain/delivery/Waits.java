package dev.foyer.meeting.domain.delivery;

import dev.foyer.meeting.domain.delivery.DeliveryCommand.RecordAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a delivery is tried again: later each time, and not all at the same moment. */
final class Waits {

    /** A wait is longer by up to one part of so many. */
    private static final int SPREAD = 5;

    private static final int HUNDRED = 100;

    /** A receiver may ask for no longer: what it asks for for ever, it would never get. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private Waits() {}

    /** @param tries with the one that failed. Empty: there is no other */
    static Optional<Instant> next(int tries, RecordAttempt failed, DeliveryContext context) {
        if (tries > context.waits().size()) {
            return Optional.empty();
        }
        Duration wait = context.waits().get(tries - 1);
        Duration spread = wait.plusMillis(wait.toMillis() * failed.jitter() / (SPREAD * HUNDRED));
        Duration asked = failed.retryAfter() == null ? Duration.ZERO : shorter(failed.retryAfter(), LONGEST_ASKED);
        return Optional.of(context.now().plus(asked.compareTo(spread) > 0 ? asked : spread));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
