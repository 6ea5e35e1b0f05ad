package dev.foyer.meeting.domain.numbering;

/** What happened to a wish; also the answer to it. */
public sealed interface ChoiceEvent {

    /** The ID that stands from now on. */
    record ConferenceIdChosen(String conferenceId) implements ChoiceEvent {}
}
