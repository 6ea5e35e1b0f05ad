package dev.foyer.meeting.domain;

/** What an accepted command is answered. */
public sealed interface MeetingAnswer {

    /** The leg waits: play music, ask for the organizer. */
    record InLobby() implements MeetingAnswer {}

    /** The leg is in the meeting. */
    record Joined() implements MeetingAnswer {}

    /** It is as was asked. */
    record Noted() implements MeetingAnswer {}
}
