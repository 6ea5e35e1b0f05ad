package dev.foyer.meeting.domain.numbering;

import dev.foyer.eventsourcing.Timers;
import java.time.Instant;
import java.util.Optional;

/** A choice is forgotten when its request does not come again. */
public final class ChoiceTimers implements Timers<Choice, ChoiceCommand> {

    @Override
    public Optional<Instant> due(Choice state) {
        return state.forgottenAt();
    }

    @Override
    public ChoiceCommand command(Choice state) {
        return new ForgetChoice();
    }
}
