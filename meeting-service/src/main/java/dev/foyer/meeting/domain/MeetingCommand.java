package dev.foyer.meeting.domain;

import java.time.Instant;

/** What can be wanted of a meeting. */
public sealed interface MeetingCommand {

    /** Ends a meeting, or the waits in a lobby, that have reached one of their time limits; what {@link TimeLimits} asks. */
    record EndAtTimeLimit() implements MeetingCommand {}

    /** Tells the organizer that somebody has been waiting for long (E7); what {@link OrganizerAlerts} asks. */
    record AlertOrganizer() implements MeetingCommand {}

    /** Nobody need know of it any more, if it is over for long enough; what the timer asks. */
    record ForgetMeeting() implements MeetingCommand {}

    /** What somebody of a tenant wants of a meeting that must be that tenant's. */
    sealed interface InMeeting extends MeetingCommand {
        String tenant();
    }

    /** Takes this conference ID for a meeting that happens once. */
    record ScheduleMeeting(String tenant, String organizerId, String subject, boolean startWithoutPin)
            implements MeetingCommand {}

    /** A user was enabled for dial-in, or got another conference ID: this one. */
    record OpenPersonalConference(String tenant, String organizerId, boolean startWithoutPin, UserMoment enabled)
            implements MeetingCommand {}

    /** A user was disabled, or got another conference ID; this one is dead. */
    record ClosePersonalConference(String tenant, String organizerId, UserMoment disabled) implements MeetingCommand {}

    /** The user's permission for callers to start without a PIN was given or taken back. */
    record AllowStartWithoutPin(String tenant, String organizerId, boolean allowed, UserMoment changed)
            implements MeetingCommand {}

    /**
     * A call leg proved with a PIN to be this organizer. The leg may not have dialled in yet.
     *
     * @param usersKnown whether we know of every user who was enabled by now; without that a meeting that does not seem
     *     to be this organizer's may be so in a moment
     */
    record StartByOrganizer(String tenant, String organizerId, String callId, Instant verifiedAt, boolean usersKnown)
            implements MeetingCommand {

        /** The same, to be decided for good. */
        public StartByOrganizer withUsersKnown() {
            return new StartByOrganizer(tenant, organizerId, callId, verifiedAt, true);
        }
    }

    /** The tenant's own systems say it, by the topic that only they may write. It may be their own organizer's meeting only. */
    record StartVouchedFor(StartByOrganizer start) implements MeetingCommand {}

    /** A call leg that is in another conference would come here: whether it may leave that for this. */
    record AskForRoom(String tenant, String callId) implements InMeeting {}

    /**
     * A call leg dialled the conference ID.
     *
     * @param roomGiven it has left another conference because {@link AskForRoom} was answered that there is room; so it gets in
     *     though others may have taken the last place since
     * @param told when, as its bridge says over a topic; {@code null}: a request asks, and it is so now
     */
    record DialIn(String tenant, Call call, boolean roomGiven, Instant told) implements InMeeting {

        /** By a request. */
        public DialIn(String tenant, Call call, boolean roomGiven) {
            this(tenant, call, roomGiven, null);
        }

        /** By a request, of a leg that was nowhere before. */
        public DialIn(String tenant, Call call) {
            this(tenant, call, false);
        }
    }

    /**
     * A call leg is gone: it hung up, or went elsewhere.
     *
     * @param before this turn, see {@link dev.foyer.meeting.domain.leg.Leg}: whoever came by that or a later one stays.
     *     {@code null}: whenever it came
     * @param silent nobody says so: nothing is heard of it any more (E6)
     */
    record HangUp(String tenant, String callId, Long before, boolean silent) implements InMeeting {

        /** Somebody says so. */
        public HangUp(String tenant, String callId, Long before) {
            this(tenant, callId, before, false);
        }
    }

    /**
     * A signed-in participant joins from a client app.
     *
     * @param told when, as the tenant's systems say over a topic, where it may come late and in any order; {@code null}: a
     *     request asks, and it is so now
     */
    record JoinFromApp(String tenant, String participantId, String displayName, Instant told) implements InMeeting {

        /** By a request. */
        public JoinFromApp(String tenant, String participantId, String displayName) {
            this(tenant, participantId, displayName, null);
        }
    }

    /** A signed-in participant leaves. @param told as of {@link JoinFromApp} */
    record LeaveFromApp(String tenant, String participantId, Instant told) implements InMeeting {

        /** By a request. */
        public LeaveFromApp(String tenant, String participantId) {
            this(tenant, participantId, null);
        }
    }

    /** Lets in who waits in the lobby of a running meeting. @param callId only this leg; {@code null}: everybody */
    record Admit(String tenant, String callId) implements InMeeting {}

    /** Everybody is sent home, also from the lobby. */
    record EndMeeting(String tenant) implements InMeeting {}
}
