package dev.foyer.pin.domain.signin;

import dev.foyer.eventsourcing.Timers;
import java.time.Instant;
import java.util.Optional;

/** An address is forgotten when what is known of it means nothing any more: whoever guesses has many addresses. */
public final class SourceTimers implements Timers<Source, SourceCommand> {

    @Override
    public Optional<Instant> due(Source state) {
        return state.overAt();
    }

    @Override
    public SourceCommand command(Source state) {
        return new SourceCommand.ForgetSource();
    }
}
