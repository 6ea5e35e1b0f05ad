package dev.foyer.gateway.index;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The types of {@code meeting.events} that this reader knows; others are skipped and counted. */
enum MeetingEventType {
    MEETING_SCHEDULED("MeetingScheduled"),
    START_WITHOUT_PIN_CHANGED("StartWithoutPinChanged"),
    MEETING_STARTED("MeetingStarted"),
    CALLER_WAITING("CallerWaiting"),
    CALLER_ADMITTED("CallerAdmitted"),
    CALLERS_ADMITTED("CallersAdmitted"),
    ORGANIZER_ALERTED("OrganizerAlerted"),
    CALLER_BECAME_LEADER("CallerBecameLeader"),
    PARTICIPANT_JOINED("ParticipantJoined"),
    PARTICIPANT_LEFT("ParticipantLeft"),
    TIME_LIMIT_REACHED("TimeLimitReached"),
    MEETING_ENDED("MeetingEnded"),
    MEETING_CLOSED("MeetingClosed"),
    VERIFICATION_IGNORED("VerificationIgnored");

    private static final Map<String, MeetingEventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(one -> one.type, one -> one));

    private final String type;

    MeetingEventType(String name) {
        this.type = "foyer.meeting." + name + ".v1";
    }

    /** @return {@code null} when the type is not known */
    static MeetingEventType of(String type) {
        return BY_TYPE.get(type);
    }
}
