package dev.foyer.meeting.domain.numbering;

import java.time.Instant;

/** What was chosen for a request; also the answer to it. */
public sealed interface ChoiceEvent {

    /**
     * The ID that counts from now on.
     *
     * @param at {@code null} in journals before format 2
     */
    record ConferenceIdChosen(String conferenceId, Instant at) implements ChoiceEvent {}

    /** The request cannot come again. */
    record ChoiceForgotten(Instant at) implements ChoiceEvent {}
}
