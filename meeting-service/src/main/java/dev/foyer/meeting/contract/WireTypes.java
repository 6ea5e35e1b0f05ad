package dev.foyer.meeting.contract;

/** The CloudEvents type of each public event; never derived from a class name, which may change. */
final class WireTypes {

    private WireTypes() {}

    static String of(Wire data) {
        return switch (data) {
            case Wire.MeetingScheduled _ -> "foyer.meeting.MeetingScheduled.v1";
            case Wire.StartWithoutPinChanged _ -> "foyer.meeting.StartWithoutPinChanged.v1";
            case Wire.MeetingStarted _ -> "foyer.meeting.MeetingStarted.v1";
            case Wire.CallerWaiting _ -> "foyer.meeting.CallerWaiting.v1";
            case Wire.CallerAdmitted _ -> "foyer.meeting.CallerAdmitted.v1";
            case Wire.CallerBecameLeader _ -> "foyer.meeting.CallerBecameLeader.v1";
            case Wire.ParticipantJoined _ -> "foyer.meeting.ParticipantJoined.v1";
            case Wire.ParticipantLeft _ -> "foyer.meeting.ParticipantLeft.v1";
            case Wire.TimeLimitReached _ -> "foyer.meeting.TimeLimitReached.v1";
            case Wire.MeetingEnded _ -> "foyer.meeting.MeetingEnded.v1";
            case Wire.MeetingClosed _ -> "foyer.meeting.MeetingClosed.v1";
            case Wire.VerificationIgnored _ -> "foyer.meeting.VerificationIgnored.v1";
        };
    }
}
