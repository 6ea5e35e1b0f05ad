package dev.foyer.meeting.contract;

/** The CloudEvents type of each public event; never derived from a class name, which may change. */
final class MeetingEventTypesV1 {

    private MeetingEventTypesV1() {}

    static String of(MeetingEventsV1 data) {
        return switch (data) {
            case MeetingEventsV1.MeetingScheduled _ -> "foyer.meeting.MeetingScheduled.v1";
            case MeetingEventsV1.StartWithoutPinChanged _ -> "foyer.meeting.StartWithoutPinChanged.v1";
            case MeetingEventsV1.MeetingStarted _ -> "foyer.meeting.MeetingStarted.v1";
            case MeetingEventsV1.CallerWaiting _ -> "foyer.meeting.CallerWaiting.v1";
            case MeetingEventsV1.CallerAdmitted _ -> "foyer.meeting.CallerAdmitted.v1";
            case MeetingEventsV1.CallersAdmitted _ -> "foyer.meeting.CallersAdmitted.v1";
            case MeetingEventsV1.OrganizerAlerted _ -> "foyer.meeting.OrganizerAlerted.v1";
            case MeetingEventsV1.CallerRefused _ -> "foyer.meeting.CallerRefused.v1";
            case MeetingEventsV1.CallerBecameLeader _ -> "foyer.meeting.CallerBecameLeader.v1";
            case MeetingEventsV1.ParticipantJoined _ -> "foyer.meeting.ParticipantJoined.v1";
            case MeetingEventsV1.ParticipantLeft _ -> "foyer.meeting.ParticipantLeft.v1";
            case MeetingEventsV1.TimeLimitReached _ -> "foyer.meeting.TimeLimitReached.v1";
            case MeetingEventsV1.MeetingEnded _ -> "foyer.meeting.MeetingEnded.v1";
            case MeetingEventsV1.MeetingClosed _ -> "foyer.meeting.MeetingClosed.v1";
            case MeetingEventsV1.VerificationIgnored _ -> "foyer.meeting.VerificationIgnored.v1";
        };
    }
}
