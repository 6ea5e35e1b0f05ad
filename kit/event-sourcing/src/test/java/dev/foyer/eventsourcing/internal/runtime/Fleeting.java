package dev.foyer.eventsourcing.internal.runtime;

import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import java.time.Instant;

/** Tallies that are over when they are back at nothing. */
final class Fleeting
        implements Decider<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant>,
                Forgetting<Tally.Counted> {

    static final AggregateType<Tally.Counted, Tally.Command, Tally.Event, Tally.Refusal, Tally.Answer, Instant> TYPE =
            new AggregateType<>(
                    Tally.TYPE.name(),
                    new Fleeting(),
                    Tally.TYPE.events(),
                    Tally.TYPE.answers(),
                    Tally.TYPE.contexts(),
                    Tally.TYPE.publisher(),
                    Tally.TYPE.commitListener(),
                    Tally.TYPE.timers(),
                    Tally.TYPE.wire());

    private final Tally tally = new Tally();

    @Override
    public Tally.Counted initial() {
        return tally.initial();
    }

    @Override
    public Decision<Tally.Event, Tally.Refusal, Tally.Answer> decide(
            Tally.Counted state, Tally.Command command, Instant now) {
        return tally.decide(state, command, now);
    }

    @Override
    public Tally.Counted evolve(Tally.Counted state, Tally.Event event) {
        return tally.evolve(state, event);
    }

    @Override
    public boolean isOver(Tally.Counted state) {
        return state.equals(tally.initial());
    }
}
