package dev.foyer.meeting.contract;

import java.time.Instant;

/**
 * The data of the public events, field for field as the schemas have them; absent fields are {@code null}. The schemas
 * describe the fields.
 */
public sealed interface Wire {

    /** Whose record it is. */
    String tenant();

    /** Key and subject of the record. */
    String conferenceId();

    record MeetingScheduled(
            String tenant,
            String conferenceId,
            String organizerId,
            String subject,
            boolean personal,
            boolean startWithoutPin)
            implements Wire {}

    record StartWithoutPinChanged(String tenant, String conferenceId, boolean allowed, Instant at) implements Wire {}

    record MeetingStarted(String tenant, String conferenceId, String organizerId, String startedBy, Instant startedAt)
            implements Wire {}

    record CallerWaiting(String tenant, String conferenceId, String callId, String from, Instant since)
            implements Wire {}

    record CallerAdmitted(String tenant, String conferenceId, String callId, String from, boolean leader, Instant at)
            implements Wire {}

    record CallerBecameLeader(String tenant, String conferenceId, String callId, Instant at) implements Wire {}

    record ParticipantJoined(String tenant, String conferenceId, String participantId, String displayName, Instant at)
            implements Wire {}

    record ParticipantLeft(String tenant, String conferenceId, String participantId, String kind, Instant at)
            implements Wire {}

    record TimeLimitReached(String tenant, String conferenceId, String limit, Instant at) implements Wire {}

    record MeetingEnded(String tenant, String conferenceId, String reason, Instant at) implements Wire {}

    record MeetingClosed(String tenant, String conferenceId, Instant at) implements Wire {}

    record VerificationIgnored(String tenant, String conferenceId, String callId, String reason, Instant at)
            implements Wire {}
}
