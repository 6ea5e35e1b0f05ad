package dev.foyer.meeting.domain;

import java.time.Instant;
import java.util.List;

/** What happened to a meeting. Stored in the journal as they are: components are added, never renamed or retyped. */
public sealed interface MeetingEvent {

    /**
     * The conference ID got a meeting. {@code at}: see {@link Booking#since()}.
     *
     * @param sequence for a personal conference, see {@link UserMoment}
     */
    record MeetingScheduled(
            String tenant,
            String organizerId,
            String subject,
            boolean personal,
            boolean startWithoutPin,
            Instant at,
            Long sequence)
            implements MeetingEvent {}

    /**
     * From now on callers may start this personal conference, or may not any more.
     *
     * @param at and {@code sequence}: see {@link UserMoment}
     */
    record StartWithoutPinChanged(boolean allowed, Instant at, Long sequence) implements MeetingEvent {}

    /**
     * @param leaderCallId the leg that proved to be the organizer, or {@code null} when it was started otherwise
     * @param admission until this meeting ends; {@code null} before format 4, which is automatic
     */
    record MeetingStarted(StartedBy startedBy, String leaderCallId, Instant at, Admission admission)
            implements MeetingEvent {}

    /**
     * A leg came to the lobby, before the start or, where people let each other in, after it.
     *
     * @param alertMinutes after how long the organizer is to be told that somebody waits (E7), as it is set now; {@code null}: never,
     *     as always before format 5
     */
    record CallerWaiting(Call call, Instant since, Integer alertMinutes) implements MeetingEvent {

        /** Of whom the organizer is not told. */
        public CallerWaiting(Call call, Instant since) {
            this(call, since, null);
        }
    }

    /**
     * The organizer is told that somebody waits (E7).
     *
     * @param waitingSince of whoever waits longest
     * @param waiting how many do
     */
    record OrganizerAlerted(Instant waitingSince, int waiting, Instant at) implements MeetingEvent {}

    /** These legs left the lobby for the meeting: the one admission of each. One event, however large the lobby. */
    record CallersAdmitted(List<String> callIds, Instant at) implements MeetingEvent {}

    /** A leg came while the meeting was running. */
    record CallerJoined(Call call, Instant at) implements MeetingEvent {}

    /** A leg proved to be the organizer while the meeting was running. */
    record CallerBecameLeader(String callId, Instant at) implements MeetingEvent {}

    /**
     * A signed-in participant joined.
     *
     * @param told when, as a topic or a request said; {@code null} before format 9: by a request
     */
    record ParticipantJoined(String participantId, String displayName, Instant at, Instant told)
            implements MeetingEvent {}

    /**
     * A leg or a signed-in participant left, out of the meeting or out of the lobby.
     *
     * @param turn the newest turn of the leg that is over by that; {@code null}: the one by which it came
     * @param told when a participant left, as a topic or a request said; {@code null} of a leg, and before format 9 by a request
     * @param silent nothing was heard of the leg any more, or it waited for a day; {@code null}: somebody said that it left
     */
    record ParticipantLeft(String participantId, Kind kind, Instant at, Long turn, Instant told, Boolean silent)
            implements MeetingEvent {

        /** Somebody said so. */
        public ParticipantLeft(String participantId, Kind kind, Instant at, Long turn, Instant told) {
            this(participantId, kind, at, turn, told, null);
        }

        /** Of a leg. */
        public ParticipantLeft(String participantId, Kind kind, Instant at, Long turn) {
            this(participantId, kind, at, turn, null, null);
        }
    }

    /** Something newer was said of a signed-in participant, which changes only what older news mean. */
    record ParticipantTold(String participantId, Instant told, Instant at) implements MeetingEvent {}

    /** A leg that has not come yet went elsewhere meanwhile: it is not to be let in by this turn or an earlier one. */
    record CallTurnedAway(String callId, long turn, Instant at) implements MeetingEvent {}

    /**
     * The meeting may not go on; it ends right after. {@code at}: when the limit was reached, which is earlier than the
     * end when nobody was there to end it.
     */
    record TimeLimitReached(Limit limit, Instant at) implements MeetingEvent {}

    /**
     * Everybody who was there or waited is out.
     *
     * @param sentHome {@code true}: by somebody's word or a limit, so whoever was there before is not any more, also if that is read
     *     later; {@code null}: nobody was there any more, or this is from before format 9
     */
    record MeetingEnded(EndReason reason, Instant at, Boolean sentHome) implements MeetingEvent {

        /** For that reason. */
        public MeetingEnded(EndReason reason, Instant at) {
            this(reason, at, reason == EndReason.LAST_LEFT ? null : true);
        }
    }

    /**
     * The ID is not this user's any more.
     *
     * @param at since when, by pin-service's clock
     * @param sequence of what its user left it by, see {@link UserMoment}; {@code null} when another user took it over
     */
    record MeetingClosed(Instant at, Long sequence) implements MeetingEvent {}

    /** A right PIN that started nothing. {@code tenant} is the one that verified, which may not be the meeting's. */
    record VerificationIgnored(String tenant, String callId, IgnoreReason reason, Instant at) implements MeetingEvent {}

    /** Nobody need know any more that it was; the conference ID may begin anew. */
    record MeetingForgotten(Instant at) implements MeetingEvent {}

    /** How those get in who wait when the meeting starts (E2). */
    enum Admission {
        /** By the start itself. */
        AUTOMATIC,
        /** Each by somebody's word. */
        MANUAL
    }

    /** How a meeting was started (E1). */
    enum StartedBy {
        ORGANIZER_PIN,
        APP,
        CALLER
    }

    /** What left. */
    enum Kind {
        CALLER,
        APP
    }

    /** How long a meeting may run (E6). */
    enum Limit {
        /** 24 h after the last change. */
        UNCHANGED,
        /** 4 h after a start by a caller, when there are only callers. */
        ONLY_CALLERS
    }

    /** Why a meeting ended (E6). */
    enum EndReason {
        LAST_LEFT,
        ENDED,
        CLOSED
    }

    /** Why a verification started nothing (E4). */
    enum IgnoreReason {
        /** No such conference ID, or not this tenant's. */
        UNKNOWN_MEETING,
        /** The scheduled meeting is over, or the PIN was entered before the personal conference's last end. */
        MEETING_ENDED,
        /** The personal conference's user is disabled. */
        MEETING_CLOSED,
        /** The meeting is another user's. */
        OTHER_ORGANIZER,
        /** The leg has hung up: there is no leader to start it for. */
        CALL_LEFT
    }
}
