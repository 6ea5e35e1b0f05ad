package dev.foyer.meeting.domain.numbering;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ChoiceForgotten;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;
import java.time.Instant;

/** The first candidate is chosen until it turns out to be taken. Refuses nothing. */
public final class ChoiceDecider
        implements Decider<Choice, ChoiceCommand, ChoiceEvent, MeetingRefusal, ChoiceEvent, MeetingContext>,
                Forgetting<Choice> {

    @Override
    public Choice initial() {
        return new Choice.Open();
    }

    @Override
    public Decision<ChoiceEvent, MeetingRefusal, ChoiceEvent> decide(
            Choice state, ChoiceCommand command, MeetingContext context) {
        return switch (command) {
            case ChooseConferenceId choose -> choose(state, choose, context.now());
            case ForgetChoice() -> {
                var event = new ChoiceForgotten(context.now());
                yield state.forgottenAt()
                                .filter(due -> !context.now().isBefore(due))
                                .isPresent()
                        ? accept(event, event)
                        : accept(event);
            }
        };
    }

    private static Decision<ChoiceEvent, MeetingRefusal, ChoiceEvent> choose(
            Choice state, ChooseConferenceId command, Instant now) {
        return switch (state) {
            case Choice.Made(String chosen, Instant at)
            when !chosen.equals(command.taken()) -> accept(new ConferenceIdChosen(chosen, at));
            case Choice.Made _, Choice.Open _ -> {
                var event = new ConferenceIdChosen(command.candidate(), now);
                yield accept(event, event);
            }
        };
    }

    @Override
    public Choice evolve(Choice state, ChoiceEvent event) {
        return switch (event) {
            case ConferenceIdChosen(String conferenceId, Instant at) -> new Choice.Made(conferenceId, at);
            case ChoiceForgotten _ -> new Choice.Open();
        };
    }

    @Override
    public boolean isOver(Choice state) {
        return state instanceof Choice.Open;
    }
}
