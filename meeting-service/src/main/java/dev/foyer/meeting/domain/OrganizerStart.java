package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import dev.foyer.meeting.domain.MeetingRefusal.OrganizerNotKnownYet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a right PIN means (E1, E4). It is never refused for good: pin-service has decided that it is right; what starts
 * nothing is reported. But the enabling of a new user comes through another topic than the first PIN verification and
 * may be behind it, so that is said only when the users are known.
 */
final class OrganizerStart {

    private OrganizerStart() {}

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> start(
            Meeting state, StartByOrganizer command, LobbyRules lobbies, Instant now) {
        if (!command.usersKnown() && !state.awaitsOrganizer(command.tenant(), command.organizerId())) {
            return refuse(new OrganizerNotKnownYet());
        }
        return switch (state) {
            case Meeting.Unknown _ -> ignored(command, IgnoreReason.UNKNOWN_MEETING, now);
            case Meeting.Ended it -> ignored(command, reason(it, command, IgnoreReason.MEETING_ENDED), now);
            case Meeting.Closed it -> ignored(command, reason(it, command, IgnoreReason.MEETING_CLOSED), now);
            case Meeting.Waiting it -> {
                IgnoreReason objection = objection(it, it.booking(), it.earlierCalls(), command);
                yield objection == null
                        ? accept(
                                new Noted(),
                                Start.of(
                                        it,
                                        StartedBy.ORGANIZER_PIN,
                                        command.callId(),
                                        lobbies.of(command.tenant()),
                                        now))
                        : ignored(command, objection, now);
            }
            case Meeting.Running it -> {
                IgnoreReason objection = objection(it, it.booking(), it.earlierCalls(), command);
                yield objection == null
                        ? accept(new Noted(), becomesLeader(it, command.callId(), now))
                        : ignored(command, objection, now);
            }
        };
    }

    /** A leader needs nobody's word to be let in. */
    private static List<MeetingEvent> becomesLeader(Meeting.Running it, String callId, Instant now) {
        List<MeetingEvent> events = new ArrayList<>();
        if (!it.attendance().hasLeader(callId)) {
            events.add(new CallerBecameLeader(callId, now));
        }
        events.addAll(Admissions.of(it.lobby().only(callId), now));
        return events;
    }

    /** {@code null} when nothing speaks against it. */
    private static IgnoreReason objection(
            Meeting state, Booking booking, EarlierCalls earlier, StartByOrganizer command) {
        if (!booking.organizedBy(command.tenant(), command.organizerId())) {
            return reason(state, command, IgnoreReason.OTHER_ORGANIZER);
        }
        if (isHere(state, command.callId())) {
            return null; // it came after the last end
        }
        if (earlier.knows(command.callId())) {
            return IgnoreReason.CALL_LEFT;
        }
        // Of a leg that is still on the way only the clocks of two services tell.
        return earlier.endedAfter(command.verifiedAt()) ? IgnoreReason.MEETING_ENDED : null;
    }

    private static boolean isHere(Meeting state, String callId) {
        return switch (state) {
            case Meeting.Waiting it -> it.lobby().holds(callId);
            case Meeting.Running it ->
                it.lobby().holds(callId) || it.attendance().hasCaller(callId);
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> false;
        };
    }

    /** Another tenant never learns more than that it has no such meeting. */
    private static IgnoreReason reason(Meeting state, StartByOrganizer command, IgnoreReason ownTenants) {
        return state.visibleTo(command.tenant()) ? ownTenants : IgnoreReason.UNKNOWN_MEETING;
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> ignored(
            StartByOrganizer command, IgnoreReason reason, Instant now) {
        return accept(new Noted(), new VerificationIgnored(command.tenant(), command.callId(), reason, now));
    }
}
