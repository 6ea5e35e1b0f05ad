package dev.foyer.meeting.domain;

import dev.foyer.meeting.domain.MeetingEvent.Admission;
import java.time.Instant;

/** The states of one conference ID. Immutable. */
public sealed interface Meeting {

    /** Whether this tenant may hear of it; nobody else learns that it exists. */
    boolean visibleTo(String someTenant);

    /** Whether it is this user's, and a right PIN of this user would mean something to it. */
    default boolean awaitsOrganizer(String someTenant, String someUser) {
        return switch (this) {
            case Waiting it -> it.booking().organizedBy(someTenant, someUser);
            case Running it -> it.booking().organizedBy(someTenant, someUser);
            case Unknown _, Ended _, Closed _ -> false;
        };
    }

    /** Whether it has all that one snapshot holds; with ids as bridges usually give them other limits come first. */
    default boolean fillsSnapshot() {
        return switch (this) {
            case Waiting it -> it.lobby().packedSize() >= PackedSize.MOST;
            case Running it -> it.lobby().packedSize() + it.attendance().packedSize() >= PackedSize.MOST;
            case Unknown _, Ended _, Closed _ -> false;
        };
    }

    /**
     * There is no meeting of this conference ID.
     *
     * @param heardAt when somebody last asked in vain; {@code null}: nobody has ever heard of it, or need know that it was heard of
     */
    record Unknown(Instant heardAt) implements Meeting {
        @Override
        public boolean visibleTo(String someTenant) {
            return false;
        }
    }

    /** Not started: callers wait in the lobby and hear music. */
    record Waiting(Booking booking, Lobby lobby, EarlierCalls earlierCalls) implements Meeting {

        /** Call legs in front of the meeting. */
        public int calls() {
            return lobby.calls().size();
        }

        @Override
        public boolean visibleTo(String someTenant) {
            return booking.tenant().equals(someTenant);
        }
    }

    /**
     * Media flow.
     *
     * @param admission {@code MANUAL}, or {@code null} where the start has let everybody in
     * @param lobby those who are not let in yet; where admission is automatic it is empty again at the end of the command
     *     that started the meeting
     */
    record Running(
            Booking booking,
            Admission admission,
            Lobby lobby,
            Attendance attendance,
            RunningTime runningTime,
            EarlierCalls earlierCalls)
            implements Meeting {

        /** Whether this leg, when it comes now, waits until somebody lets it in (E2); a leader does not. */
        boolean keepsWaiting(String callId) {
            return admission == Admission.MANUAL && !booking.startWithoutPin() && !attendance.hasLeader(callId);
        }

        /** Call legs in the meeting and in front of it. */
        public int calls() {
            return attendance.callers().size() + lobby.calls().size();
        }

        /** Neither in the meeting nor in front of it. */
        boolean nobody() {
            return attendance.nobody() && lobby.nobody();
        }

        Running with(Booking other) {
            return new Running(other, admission, lobby, attendance, runningTime, earlierCalls);
        }

        Running with(Lobby other) {
            return new Running(booking, admission, other, attendance, runningTime, earlierCalls);
        }

        Running with(Attendance other) {
            return new Running(booking, admission, lobby, other, runningTime, earlierCalls);
        }

        Running with(EarlierCalls other) {
            return new Running(booking, admission, lobby, attendance, runningTime, other);
        }

        Running changed(Instant at) {
            return new Running(booking, admission, lobby, attendance, runningTime.changed(at), earlierCalls);
        }

        @Override
        public boolean visibleTo(String someTenant) {
            return booking.tenant().equals(someTenant);
        }
    }

    /**
     * A scheduled meeting that is over for ever.
     *
     * @param heardAt when it ended, or was last asked for in vain
     */
    record Ended(String tenant, Instant heardAt) implements Meeting {
        @Override
        public boolean visibleTo(String someTenant) {
            return tenant.equals(someTenant);
        }
    }

    /**
     * A personal conference whose user was disabled or moved to another ID. The ID may come back, even to another tenant.
     *
     * @param organizerId who left it; {@code null}: another user took it over from there
     * @param at when, by pin-service's clock
     * @param sequence of that, see {@link UserMoment}
     * @param heardAt the same, or when it was last asked for in vain
     */
    record Closed(String tenant, String organizerId, Instant at, Long sequence, Instant heardAt) implements Meeting {

        /** Whether an enabling of this user is from before that. Of any other user it is not: what became of that one, follows. */
        boolean isNoNews(String someTenant, String someUser, UserMoment enabled) {
            return tenant.equals(someTenant)
                    && someUser.equals(organizerId)
                    && !enabled.isAfter(new UserMoment(at, sequence));
        }

        @Override
        public boolean visibleTo(String someTenant) {
            return tenant.equals(someTenant);
        }
    }
}
