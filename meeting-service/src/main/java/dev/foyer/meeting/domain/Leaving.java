package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingEvent.CallTurnedAway;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantTold;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who leaves (E5, E6). A leg that went elsewhere is kept out by the turn it left by, also if its arrival is still on the way: a
 * late arrival is no ghost, and a late leaving ends no newer stay.
 */
final class Leaving {

    private Leaving() {}

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> hangUp(Meeting state, HangUp command, Instant now) {
        String callId = command.callId();
        return switch (state) {
            case Meeting.Waiting it
            when it.lobby().holds(callId) ->
                isNewer(it.lobby().turn(callId), command)
                        ? accept(new Noted())
                        : accept(new Noted(), left(command, now));
            case Meeting.Running it
            when it.lobby().holds(callId) ->
                isNewer(it.lobby().turn(callId), command)
                        ? accept(new Noted())
                        : accept(
                                new Noted(), leaving(it.with(it.lobby().without(List.of(callId))), left(command, now)));
            case Meeting.Running it
            when it.attendance().hasCaller(callId) ->
                isNewer(it.attendance().turn(callId), command)
                        ? accept(new Noted())
                        : accept(new Noted(), leaving(without(it, callId), left(command, now)));
            case Meeting.Running it
            when it.attendance().hasLeader(callId) ->
                accept(new Noted(), leaving(without(it, callId), left(command, now)));
            case Meeting.Waiting it -> turnAway(it.earlierCalls(), command, now);
            case Meeting.Running it -> turnAway(it.earlierCalls(), command, now);
            case Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
            case Meeting.Unknown _ -> refuse(new MeetingNotFound());
        };
    }

    /** Of a lobby that nobody has opened for too long. They left, though nobody says so. */
    static List<MeetingEvent> gaveUp(List<String> callIds, Instant now) {
        return callIds.stream()
                .<MeetingEvent>map(callId -> new ParticipantLeft(callId, Kind.CALLER, now, null, null, true))
                .toList();
    }

    /** The same, before a running meeting, which nobody may be left in. */
    static List<MeetingEvent> gaveUp(Meeting.Running it, List<String> callIds, Instant now) {
        List<MeetingEvent> events = new ArrayList<>(gaveUp(callIds, now));
        if (!callIds.isEmpty() && it.with(it.lobby().without(callIds)).nobody()) {
            events.add(new MeetingEnded(EndReason.LAST_LEFT, now));
        }
        return List.copyOf(events);
    }

    static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> leave(
            Meeting state, LeaveFromApp command, Instant now) {
        String id = command.participantId();
        Moment moment = Moment.of(command.told(), now);
        return switch (state) {
            case Meeting.Waiting it -> noteLeaving(it.earlierCalls(), id, moment, now);
            case Meeting.Running it when it.earlierCalls().isOlder(id, moment) -> accept(new Noted());
            case Meeting.Running it
            when it.attendance().hasParticipant(id) ->
                accept(
                        new Noted(),
                        leaving(
                                it.with(it.attendance().withoutParticipant(id)),
                                new ParticipantLeft(id, Kind.APP, now, null, moment.at())));
            case Meeting.Running it -> noteLeaving(it.earlierCalls(), id, moment, now);
            case Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
            case Meeting.Unknown _ -> refuse(new MeetingNotFound());
        };
    }

    /** Of somebody who is not here: whoever joined before that, and is told of later, is gone. */
    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> noteLeaving(
            EarlierCalls earlier, String id, Moment moment, Instant now) {
        return earlier.isOlder(id, moment) || earlier.isKnown(id, moment)
                ? accept(new Noted())
                : accept(new Noted(), new ParticipantTold(id, moment.at(), now));
    }

    private static boolean isNewer(long turn, HangUp command) {
        return command.before() != null && turn >= command.before();
    }

    private static ParticipantLeft left(HangUp command, Instant now) {
        Boolean silent = command.silent() ? true : null;
        return new ParticipantLeft(command.callId(), Kind.CALLER, now, over(command), null, silent);
    }

    private static Long over(HangUp command) {
        return command.before() == null ? null : command.before() - 1;
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> turnAway(
            EarlierCalls earlier, HangUp command, Instant now) {
        return command.before() == null || earlier.isOver(command.callId(), over(command))
                ? accept(new Noted())
                : accept(new Noted(), new CallTurnedAway(command.callId(), over(command), now));
    }

    private static Meeting.Running without(Meeting.Running it, String callId) {
        return it.with(it.attendance().withoutCall(callId));
    }

    /** E6: whoever leaves last ends the meeting. Those who still wait to be let in may be, once the leader is back. */
    private static List<MeetingEvent> leaving(Meeting.Running rest, ParticipantLeft left) {
        return rest.nobody()
                ? List.of(left, new MeetingEnded(EndReason.LAST_LEFT, left.at()))
                : List.<MeetingEvent>of(left);
    }
}
