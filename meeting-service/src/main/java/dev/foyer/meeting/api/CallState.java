package dev.foyer.meeting.api;

import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Announcements.EntryExit;
import dev.foyer.meeting.domain.MeetingAnswer;

/**
 * What the bridge does with a call leg.
 *
 * @param askForOrganizer ask "are you the organizer?", and on yes for the PIN
 * @param music play music until the leg is admitted
 * @param announcements what those inside hear when somebody comes or goes (E8); absent for a conference that there is not
 * @param nameRecording whether to ask callers for their name; absent likewise
 */
record CallState(State state, boolean askForOrganizer, boolean music, EntryExit announcements, Boolean nameRecording) {

    enum State {
        LOBBY,
        JOINED,
        UNKNOWN_CONFERENCE
    }

    static final CallState UNKNOWN_CONFERENCE = new CallState(State.UNKNOWN_CONFERENCE, false, false, null, null);

    static CallState of(MeetingAnswer answer, Announcements chosen) {
        return switch (answer) {
            case MeetingAnswer.InLobby _ ->
                new CallState(State.LOBBY, true, true, chosen.entryExit(), chosen.nameRecording());
            case MeetingAnswer.Joined _ ->
                new CallState(State.JOINED, false, false, chosen.entryExit(), chosen.nameRecording());
            case MeetingAnswer.Noted _ -> throw new IllegalStateException("A dial-in is never only noted");
        };
    }
}
