package dev.foyer.meeting.domain.numbering;

import static dev.foyer.eventsourcing.Decision.accept;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;

/** The first candidate is chosen until it turns out to be taken. Refuses nothing. */
public final class ChoiceDecider
        implements Decider<Choice, ChooseConferenceId, ChoiceEvent, MeetingRefusal, ChoiceEvent, MeetingContext> {

    @Override
    public Choice initial() {
        return new Choice.Open();
    }

    @Override
    public Decision<ChoiceEvent, MeetingRefusal, ChoiceEvent> decide(
            Choice state, ChooseConferenceId command, MeetingContext context) {
        return switch (state) {
            case Choice.Made(String chosen)
            when !chosen.equals(command.taken()) -> accept(new ConferenceIdChosen(chosen));
            case Choice.Made _, Choice.Open _ -> {
                var event = new ConferenceIdChosen(command.candidate());
                yield accept(event, event);
            }
        };
    }

    @Override
    public Choice evolve(Choice state, ChoiceEvent event) {
        return switch (event) {
            case ConferenceIdChosen(String conferenceId) -> new Choice.Made(conferenceId);
        };
    }
}
