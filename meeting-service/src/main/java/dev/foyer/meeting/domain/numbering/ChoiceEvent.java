package dev.foyer.meeting.domain.numbering;

/** What was chosen for a request; also the answer to it. */
public sealed interface ChoiceEvent {

    /** The ID that counts from now on. */
    record ConferenceIdChosen(String conferenceId) implements ChoiceEvent {}
}
