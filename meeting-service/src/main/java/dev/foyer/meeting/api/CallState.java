package dev.foyer.meeting.api;

import dev.foyer.meeting.domain.MeetingAnswer;

/**
 * What the bridge does with a call leg.
 *
 * @param askForOrganizer ask "are you the organizer?", and on yes for the PIN
 * @param music play music until the leg is admitted
 */
record CallState(State state, boolean askForOrganizer, boolean music) {

    enum State {
        LOBBY,
        JOINED,
        UNKNOWN_CONFERENCE
    }

    static final CallState UNKNOWN_CONFERENCE = new CallState(State.UNKNOWN_CONFERENCE, false, false);

    static CallState of(MeetingAnswer answer) {
        return switch (answer) {
            case MeetingAnswer.InLobby _ -> new CallState(State.LOBBY, true, true);
            case MeetingAnswer.Joined _ -> new CallState(State.JOINED, false, false);
            case MeetingAnswer.Noted _ -> throw new IllegalStateException("A dial-in is never only noted");
        };
    }
}
