package dev.foyer.pin.domain.scan;

import dev.foyer.eventsourcing.Timers;
import java.time.Instant;
import java.util.Optional;

/** A source is forgotten when what is known of it means nothing any more: numbers can be made up, another one for each call. */
public final class CallSourceTimers implements Timers<CallSource, CallSourceCommand> {

    @Override
    public Optional<Instant> due(CallSource state) {
        return state.overAt();
    }

    @Override
    public CallSourceCommand command(CallSource state) {
        return new CallSourceCommand.ForgetSource();
    }
}
