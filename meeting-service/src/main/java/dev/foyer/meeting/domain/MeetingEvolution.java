package dev.foyer.meeting.domain;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.Meeting.Running;
import dev.foyer.meeting.domain.Meeting.Waiting;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallTurnedAway;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingStarted;
import dev.foyer.meeting.domain.MeetingEvent.OrganizerAlerted;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each event changes, and the only place that changes anything. That nobody joins without admission and nobody is
 * admitted twice (E2, E3) holds by construction: a leg gets into the attendance out of the lobby, or as a new leg of a
 * running meeting, and any other admission throws.
 */
final class MeetingEvolution {

    private MeetingEvolution() {}

    static Meeting evolve(Meeting state, MeetingEvent event) {
        return switch (event) {
            case MeetingEvent.MeetingScheduled e ->
                switch (state) {
                    case Meeting.Unknown _, Meeting.Closed _ ->
                        new Waiting(Booking.of(e), Lobby.EMPTY, EarlierCalls.NONE);
                    case Waiting _, Running _, Meeting.Ended _ -> throw new ImpossibleEvent(state, event);
                };
            case StartWithoutPinChanged e ->
                switch (state) {
                    case Waiting it -> new Waiting(it.booking().with(e), it.lobby(), it.earlierCalls());
                    case Running it -> it.with(it.booking().with(e));
                    case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                        throw new ImpossibleEvent(state, event);
                };
            case MeetingStarted e -> started(waiting(state, e), e);
            case CallerWaiting e -> waits(state, e);
            case CallersAdmitted e -> admitted(running(state, e), e);
            case OrganizerAlerted e -> alerted(state, e);
            case MeetingEvent.CallerJoined e -> {
                Running it = running(state, e);
                String callId = e.call().id();
                possible(!it.attendance().hasCaller(callId) && !it.lobby().holds(callId), state, e);
                yield it.with(it.attendance().withCallers(List.of(e.call())))
                        .with(it.earlierCalls().without(callId))
                        .changed(e.at());
            }
            case MeetingEvent.CallerBecameLeader e -> {
                Running it = running(state, e);
                yield it.with(it.attendance().withLeader(e.callId())).changed(e.at());
            }
            case MeetingEvent.ParticipantJoined e -> {
                Running it = running(state, e);
                yield it.with(it.attendance().withParticipant(e.participantId()))
                        .with(it.earlierCalls().withTold(e.participantId(), e.told()))
                        .changed(e.at());
            }
            case MeetingEvent.ParticipantTold e -> told(state, e);
            case ParticipantLeft e -> left(state, e);
            case MeetingEvent.CallTurnedAway e -> turnedAway(state, e);
            case MeetingEvent.TimeLimitReached e -> running(state, e);
            case MeetingEnded e -> ended(state, e);
            case MeetingEvent.MeetingClosed e -> {
                Waiting it = waiting(state, e);
                possible(it.lobby().nobody(), state, e);
                yield new Meeting.Closed(
                        it.booking().tenant(), it.booking().organizerId(), e.at(), e.sequence(), e.at());
            }
            case MeetingEvent.VerificationIgnored e -> Forgetfulness.heard(state, e);
            case MeetingEvent.MeetingForgotten e -> Forgetfulness.forgotten(state, e);
        };
    }

    private static Running started(Waiting it, MeetingStarted event) {
        Attendance attendance =
                event.leaderCallId() == null ? Attendance.NOBODY : Attendance.NOBODY.withLeader(event.leaderCallId());
        Admission admission = event.admission() == Admission.MANUAL ? Admission.MANUAL : null;
        return new Running(it.booking(), admission, it.lobby(), attendance, RunningTime.of(event), it.earlierCalls());
    }

    /** Before the start everybody does; afterwards only where people let each other in. */
    private static Meeting waits(Meeting state, CallerWaiting event) {
        String callId = event.call().id();
        return switch (state) {
            case Waiting it
            when !it.lobby().holds(callId) ->
                new Waiting(
                        it.booking(), it.lobby().with(event), it.earlierCalls().without(callId));
            case Running it
            when it.keepsWaiting(callId)
                    && !it.lobby().holds(callId)
                    && !it.attendance().hasCaller(callId) ->
                it.with(it.lobby().with(event))
                        .with(it.earlierCalls().without(callId))
                        .changed(event.since());
            case Waiting _, Running _, Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                throw new ImpossibleEvent(state, event);
        };
    }

    private static Meeting alerted(Meeting state, OrganizerAlerted event) {
        return switch (state) {
            case Waiting it
            when !it.lobby().nobody() -> new Waiting(it.booking(), it.lobby().alerted(event.at()), it.earlierCalls());
            case Running it when !it.lobby().nobody() -> it.with(it.lobby().alerted(event.at()));
            case Waiting _, Running _, Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                throw new ImpossibleEvent(state, event);
        };
    }

    private static Running admitted(Running it, CallersAdmitted event) {
        List<Call> calls = it.lobby().calls(event.callIds());
        possible(!calls.contains(null), it, event);
        return it.with(it.lobby().without(event.callIds()))
                .with(it.attendance().withCallers(calls))
                .changed(event.at());
    }

    private static Meeting left(Meeting state, ParticipantLeft event) {
        String id = event.participantId();
        return switch (event.kind()) {
            case APP -> {
                Running it = running(state, event);
                yield it.with(it.attendance().withoutParticipant(id))
                        .with(it.earlierCalls().withTold(id, event.told()))
                        .changed(event.at());
            }
            case CALLER ->
                switch (state) {
                    case Waiting it ->
                        new Waiting(
                                it.booking(),
                                it.lobby().without(List.of(id)),
                                it.earlierCalls()
                                        .withLeft(id, over(event, it.lobby().turn(id))));
                    case Running it -> {
                        long cameBy = it.lobby().holds(id)
                                ? it.lobby().turn(id)
                                : it.attendance().turn(id);
                        yield it.with(it.lobby().without(List.of(id)))
                                .with(it.attendance().withoutCall(id))
                                .with(it.earlierCalls().withLeft(id, over(event, cameBy)))
                                .changed(event.at());
                    }
                    case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                        throw new ImpossibleEvent(state, event);
                };
        };
    }

    private static long over(ParticipantLeft event, long cameBy) {
        return event.turn() == null ? cameBy : event.turn();
    }

    private static Meeting turnedAway(Meeting state, CallTurnedAway event) {
        return switch (state) {
            case Waiting it ->
                new Waiting(it.booking(), it.lobby(), it.earlierCalls().withLeft(event.callId(), event.turn()));
            case Running it -> it.with(it.earlierCalls().withLeft(event.callId(), event.turn()));
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> throw new ImpossibleEvent(state, event);
        };
    }

    private static Meeting told(Meeting state, MeetingEvent.ParticipantTold event) {
        return switch (state) {
            case Waiting it ->
                new Waiting(it.booking(), it.lobby(), it.earlierCalls().withTold(event.participantId(), event.told()));
            case Running it -> it.with(it.earlierCalls().withTold(event.participantId(), event.told()));
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> throw new ImpossibleEvent(state, event);
        };
    }

    private static Meeting ended(Meeting state, MeetingEnded event) {
        return switch (state) {
            case Waiting it ->
                afterEnd(it.booking(), it.earlierCalls(), it.lobby().turns(), event);
            case Running it -> {
                Map<String, Long> gone = new LinkedHashMap<>(it.lobby().turns());
                it.attendance()
                        .callers()
                        .forEach(callId -> gone.put(callId, it.attendance().turn(callId)));
                yield afterEnd(it.booking(), it.earlierCalls(), gone, event);
            }
            case Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ -> throw new ImpossibleEvent(state, event);
        };
    }

    private static Meeting afterEnd(Booking booking, EarlierCalls earlier, Map<String, Long> gone, MeetingEnded event) {
        return booking.personal()
                ? new Waiting(booking, Lobby.EMPTY, earlier.withEnd(event, gone))
                : new Meeting.Ended(booking.tenant(), event.at());
    }

    private static Waiting waiting(Meeting state, MeetingEvent event) {
        if (state instanceof Waiting it) {
            return it;
        }
        throw new ImpossibleEvent(state, event);
    }

    private static Running running(Meeting state, MeetingEvent event) {
        if (state instanceof Running it) {
            return it;
        }
        throw new ImpossibleEvent(state, event);
    }

    private static void possible(boolean possible, Meeting state, MeetingEvent event) {
        if (!possible) {
            throw new ImpossibleEvent(state, event);
        }
    }
}
