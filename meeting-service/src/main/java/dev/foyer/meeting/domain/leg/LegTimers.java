package dev.foyer.meeting.domain.leg;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.meeting.domain.Forgetfulness;
import dev.foyer.meeting.domain.leg.LegCommand.SettleLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was begun is ended though who began it died; and what is over is forgotten. */
public final class LegTimers implements Timers<Leg, LegCommand> {

    /** Longer than a command may take, so that it is done twice only when somebody has died. */
    public static final Duration OVERDUE = Duration.ofSeconds(15);

    /** A leg that hung up: longer than a bridge may repeat itself, short because there is one for each call. */
    static final Duration HUNG_UP_KEPT = Duration.ofHours(1);

    @Override
    public Optional<Instant> due(Leg state) {
        return dueOf(state);
    }

    static Optional<Instant> dueOf(Leg state) {
        return switch (state) {
            case Leg.Nowhere() -> Optional.empty();
            case Leg.At it -> Optional.of(it.since().plus(it.toLeave().isEmpty() ? Forgetfulness.KEPT : OVERDUE));
            case Leg.HungUp it -> Optional.of(it.since().plus(it.toLeave().isEmpty() ? HUNG_UP_KEPT : OVERDUE));
        };
    }

    @Override
    public LegCommand command(Leg state) {
        return new SettleLeg();
    }
}
