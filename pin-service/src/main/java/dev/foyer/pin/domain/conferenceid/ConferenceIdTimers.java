package dev.foyer.pin.domain.conferenceid;

import dev.foyer.eventsourcing.Timers;
import dev.foyer.pin.domain.conferenceid.ConferenceIdCommand.ForgetConferenceId;
import java.time.Instant;
import java.util.Optional;

/** A conference ID that was given back is forgotten: whoever comes and goes has another one each time. */
public final class ConferenceIdTimers implements Timers<ConferenceId, ConferenceIdCommand> {

    @Override
    public Optional<Instant> due(ConferenceId state) {
        return state.forgottenAt();
    }

    @Override
    public ConferenceIdCommand command(ConferenceId state) {
        return new ForgetConferenceId();
    }
}
