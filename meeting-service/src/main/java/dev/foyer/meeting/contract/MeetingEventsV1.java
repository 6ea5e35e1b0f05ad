package dev.foyer.meeting.contract;

import java.time.Instant;
import java.util.List;

/**
 * The data of the public events, field for field as the schemas have them; absent fields are {@code null}. The schemas
 * describe the fields.
 */
public sealed interface MeetingEventsV1 {

    /** Whose record it is. */
    String tenant();

    /** Which conference it is about; {@code null} where there is none. */
    String conferenceId();

    /** Key and subject of the record. */
    default String key() {
        return conferenceId();
    }

    record MeetingScheduled(
            String tenant,
            String conferenceId,
            String organizerId,
            String subject,
            boolean personal,
            boolean startWithoutPin)
            implements MeetingEventsV1 {}

    record StartWithoutPinChanged(String tenant, String conferenceId, boolean allowed, Instant at)
            implements MeetingEventsV1 {}

    record MeetingStarted(
            String tenant,
            String conferenceId,
            String organizerId,
            String startedBy,
            Instant startedAt,
            String lobbyAdmission)
            implements MeetingEventsV1 {}

    record CallerWaiting(
            String tenant,
            String conferenceId,
            String callId,
            String from,
            Instant since,
            String announcements,
            Boolean nameRecording)
            implements MeetingEventsV1 {}

    record CallerAdmitted(
            String tenant,
            String conferenceId,
            String callId,
            String from,
            boolean leader,
            Instant at,
            String announcements,
            Boolean nameRecording)
            implements MeetingEventsV1 {}

    /** The same of several at once. */
    record CallersAdmitted(
            String tenant,
            String conferenceId,
            List<AdmittedCall> calls,
            Instant at,
            String announcements,
            Boolean nameRecording)
            implements MeetingEventsV1 {}

    /** One of {@link CallersAdmitted}. */
    record AdmittedCall(String callId, String from, boolean leader) {}

    record OrganizerAlerted(
            String tenant, String conferenceId, String organizerId, Instant waitingSince, int waiting, Instant at)
            implements MeetingEventsV1 {}

    record CallerRefused(String tenant, String conferenceId, String callId, String from, String reason, Instant at)
            implements MeetingEventsV1 {

        /** What nobody can dial has no place among the conferences. */
        @Override
        public String key() {
            return conferenceId == null ? callId : conferenceId;
        }
    }

    record CallerBecameLeader(String tenant, String conferenceId, String callId, Instant at)
            implements MeetingEventsV1 {}

    record ParticipantJoined(
            String tenant,
            String conferenceId,
            String participantId,
            String displayName,
            Instant at,
            String announcements)
            implements MeetingEventsV1 {}

    record ParticipantLeft(
            String tenant,
            String conferenceId,
            String participantId,
            String kind,
            Instant at,
            String announcements,
            String reason)
            implements MeetingEventsV1 {}

    record TimeLimitReached(String tenant, String conferenceId, String limit, Instant at) implements MeetingEventsV1 {}

    /** {@code calls} are all legs that are out by it, in the lobby or in the meeting; {@code null}: there was none. */
    record MeetingEnded(String tenant, String conferenceId, String reason, Instant at, List<EndedCall> calls)
            implements MeetingEventsV1 {}

    record EndedCall(String callId) {}

    record MeetingClosed(String tenant, String conferenceId, Instant at) implements MeetingEventsV1 {}

    record VerificationIgnored(String tenant, String conferenceId, String callId, String reason, Instant at)
            implements MeetingEventsV1 {}
}
