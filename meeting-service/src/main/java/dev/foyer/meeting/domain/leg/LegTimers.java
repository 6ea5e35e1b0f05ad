package dev.foyer.meeting.domain.leg;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.meeting.domain.CallSilences;
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

    private final CallSilences silences;

    /** @param silences after which a leg has left whose bridge sends heartbeats; half of it after we have come back at the earliest */
    public LegTimers(CallSilences silences) {
        this.silences = silences;
    }

    /** Of whose a leg is: its id begins with the tenant's name. */
    public static String tenantOf(String legId) {
        return legId.substring(0, legId.indexOf('/'));
    }

    @Override
    public long edition() {
        return silences.edition();
    }

    @Override
    public Optional<Instant> due(String legId, Leg state) {
        return due(state, silences.of(tenantOf(legId)));
    }

    /** Of a tenant that has chosen no silence. */
    @Override
    public Optional<Instant> due(Leg state) {
        return due(state, silences.standard());
    }

    static Optional<Instant> due(Leg state, Duration silence) {
        return switch (state) {
            case Leg.Nowhere() -> Optional.empty();
            case Leg.At it
            when !it.toLeave().isEmpty() -> Optional.of(it.since().plus(OVERDUE));
            case Leg.At it -> {
                Instant forgotten = forgotten(it);
                Instant silent = it.line().due(silence);
                yield Optional.of(silent == null || forgotten.isBefore(silent) ? forgotten : silent);
            }
            case Leg.HungUp it -> Optional.of(it.since().plus(it.toLeave().isEmpty() ? HUNG_UP_KEPT : OVERDUE));
        };
    }

    /** As long as its bridge has it, it is known. */
    static Instant forgotten(Leg.At it) {
        Instant heard = it.line().heard();
        return (heard == null || heard.isBefore(it.since()) ? it.since() : heard).plus(Forgetfulness.KEPT);
    }

    @Override
    public LegCommand command(Leg state) {
        return new SettleLeg();
    }
}
