package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.meeting.domain.MeetingAnswer.InLobby;
import dev.foyer.meeting.domain.MeetingAnswer.Joined;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import java.time.Instant;
import java.util.List;

/** Who may join, wait, start and leave (product.md, E). Who owns a conference ID is decided in {@link Ownership}. */
public final class MeetingDecider
        implements Decider<Meeting, MeetingCommand, MeetingEvent, MeetingRefusal, MeetingAnswer, MeetingContext>,
                Forgetting<Meeting> {

    @Override
    public Meeting initial() {
        return new Meeting.Unknown(null);
    }

    @Override
    public boolean isOver(Meeting state) {
        return Forgetfulness.isOver(state);
    }

    @Override
    public Meeting evolve(Meeting state, MeetingEvent event) {
        return MeetingEvolution.evolve(state, event);
    }

    @Override
    public Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> decide(
            Meeting state, MeetingCommand command, MeetingContext context) {
        Instant now = context.now();
        return switch (command) {
            case MeetingCommand.ScheduleMeeting c -> Ownership.schedule(state, c, now);
            case MeetingCommand.OpenPersonalConference c -> Ownership.open(state, c, now);
            case MeetingCommand.ClosePersonalConference c -> Ownership.close(state, c, now);
            case MeetingCommand.AllowStartWithoutPin c -> StartRule.allow(state, c);
            case MeetingCommand.StartByOrganizer c -> OrganizerStart.start(state, c, now);
            case MeetingCommand.EndAtTimeLimit() -> TimeLimits.end(state, now);
            case MeetingCommand.ForgetMeeting() -> Forgetfulness.forget(state, now);
            case MeetingCommand.InMeeting c when !state.visibleTo(c.tenant()) -> refuse(new MeetingNotFound());
            case DialIn c -> dialIn(state, c.call(), now);
            case HangUp c -> hangUp(state, c.callId(), now);
            case JoinFromApp c -> join(state, c, now);
            case LeaveFromApp c -> leave(state, c.participantId(), now);
            case EndMeeting c -> end(state, now);
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> dialIn(Meeting state, Call call, Instant now) {
        return switch (state) {
            case Meeting.Waiting it when it.earlierCalls().knows(call.id()) -> refuse(new CallHasEnded());
            case Meeting.Waiting it when it.lobby().holds(call.id()) -> accept(new InLobby());
            case Meeting.Waiting it
            when it.booking().startWithoutPin() ->
                accept(new Joined(), Start.of(it, StartedBy.CALLER, null, now, new CallerJoined(call, now)));
            case Meeting.Waiting _ -> accept(new InLobby(), new CallerWaiting(call, now));
            case Meeting.Running it when it.earlierCalls().knows(call.id()) -> refuse(new CallHasEnded());
            case Meeting.Running it when it.attendance().hasCaller(call.id()) -> accept(new Joined());
            case Meeting.Running _ -> accept(new Joined(), new CallerJoined(call, now));
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> hangUp(
            Meeting state, String callId, Instant now) {
        ParticipantLeft left = new ParticipantLeft(callId, Kind.CALLER, now);
        return switch (state) {
            case Meeting.Waiting it when it.lobby().holds(callId) -> accept(new Noted(), left);
            case Meeting.Running it
            when it.attendance().hasCaller(callId) || it.attendance().hasLeader(callId) ->
                accept(new Noted(), leaving(it.attendance().withoutCall(callId), left));
            case Meeting.Waiting _, Meeting.Running _, Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
            case Meeting.Unknown _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> join(
            Meeting state, JoinFromApp command, Instant now) {
        var joined = new ParticipantJoined(command.participantId(), command.displayName(), now);
        return switch (state) {
            case Meeting.Waiting it -> accept(new Joined(), Start.of(it, StartedBy.APP, null, now, joined));
            case Meeting.Running it
            when it.attendance().hasParticipant(command.participantId()) -> accept(new Joined());
            case Meeting.Running _ -> accept(new Joined(), joined);
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> leave(
            Meeting state, String participantId, Instant now) {
        return switch (state) {
            case Meeting.Running it
            when it.attendance().hasParticipant(participantId) ->
                accept(
                        new Noted(),
                        leaving(
                                it.attendance().withoutParticipant(participantId),
                                new ParticipantLeft(participantId, Kind.APP, now)));
            case Meeting.Waiting _, Meeting.Running _, Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
            case Meeting.Unknown _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> end(Meeting state, Instant now) {
        MeetingEnded ended = new MeetingEnded(EndReason.ENDED, now);
        return switch (state) {
            // A personal conference in which nobody is or waits has nothing to end; it goes on waiting.
            case Meeting.Waiting it when it.booking().personal() && it.lobby().nobody() -> accept(new Noted());
            case Meeting.Waiting _, Meeting.Running _ -> accept(new Noted(), ended);
            case Meeting.Ended _, Meeting.Closed _ -> accept(new Noted());
            case Meeting.Unknown _ -> refuse(new MeetingNotFound());
        };
    }

    /** E6: whoever leaves last ends the meeting. */
    private static List<MeetingEvent> leaving(Attendance rest, ParticipantLeft left) {
        return rest.nobody()
                ? List.of(left, new MeetingEnded(EndReason.LAST_LEFT, left.at()))
                : List.<MeetingEvent>of(left);
    }
}
