package dev.foyer.meeting.domain.delivery;

import dev.foyer.eventsourcing.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was settled is forgotten. Attempts have no timer here: who sends looks by itself, and nothing is decided before it has. */
public record DeliveryTimers(Duration kept) implements Timers<Outbox, DeliveryCommand> {

    @Override
    public Optional<Instant> due(Outbox state) {
        return state.oldestForgottenAt(kept);
    }

    @Override
    public DeliveryCommand command(Outbox state) {
        return new DeliveryCommand.ForgetDeliveries();
    }
}
