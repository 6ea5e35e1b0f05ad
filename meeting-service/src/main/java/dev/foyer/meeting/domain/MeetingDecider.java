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
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import java.time.Instant;

/** Who may join, wait and start (product.md, E). Who owns a conference ID is decided in {@link
 * Ownership}, who leaves in {@link Leaving}. */
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
            case MeetingCommand.StartByOrganizer c -> OrganizerStart.start(state, c, context.lobbies(), now);
            case MeetingCommand.EndAtTimeLimit() -> TimeLimits.end(state, now);
            case MeetingCommand.ForgetMeeting() -> Forgetfulness.forget(state, now);
            case MeetingCommand.InMeeting c when !state.visibleTo(c.tenant()) -> refuse(new MeetingNotFound());
            case DialIn c -> dialIn(state, c.call(), context);
            case HangUp c -> Leaving.hangUp(state, c, now);
            case JoinFromApp c -> join(state, c, context);
            case LeaveFromApp c -> Leaving.leave(state, c.participantId(), now);
            case MeetingCommand.Admit c -> Admissions.admit(state, c, now);
            case EndMeeting c -> end(state, now);
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> dialIn(
            Meeting state, Call call, MeetingContext context) {
        Instant now = context.now();
        return switch (state) {
            case Meeting.Waiting it when it.lobby().holds(call.id()) -> accept(new InLobby());
            case Meeting.Waiting it
            when it.earlierCalls().isOver(call.id(), call.newestTurn()) -> refuse(new CallHasEnded());
            case Meeting.Waiting it
            when isFull(it.lobby().calls().size(), it.booking(), context) -> full(it.booking(), context);
            case Meeting.Waiting it
            when it.booking().startWithoutPin() ->
                accept(
                        new Joined(),
                        Start.of(it, StartedBy.CALLER, null, rule(it, context), now, new CallerJoined(call, now)));
            case Meeting.Waiting _ -> accept(new InLobby(), new CallerWaiting(call, now));
            case Meeting.Running it when it.attendance().hasCaller(call.id()) -> accept(new Joined());
            case Meeting.Running it when it.lobby().holds(call.id()) -> accept(new InLobby());
            case Meeting.Running it
            when it.earlierCalls().isOver(call.id(), call.newestTurn()) -> refuse(new CallHasEnded());
            case Meeting.Running it when isFull(it.calls(), it.booking(), context) -> full(it.booking(), context);
            case Meeting.Running it
            when it.keepsWaiting(call.id()) -> accept(new InLobby(), new CallerWaiting(call, now));
            case Meeting.Running _ -> accept(new Joined(), new CallerJoined(call, now));
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> join(
            Meeting state, JoinFromApp command, MeetingContext context) {
        Instant now = context.now();
        var joined = new ParticipantJoined(command.participantId(), command.displayName(), now);
        return switch (state) {
            case Meeting.Waiting it ->
                accept(new Joined(), Start.of(it, StartedBy.APP, null, rule(it, context), now, joined));
            case Meeting.Running it
            when it.attendance().hasParticipant(command.participantId()) -> accept(new Joined());
            case Meeting.Running it
            when isFull(it.attendance().participants().size(), it.booking(), context) -> full(it.booking(), context);
            case Meeting.Running _ -> accept(new Joined(), joined);
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    private static LobbyRule rule(Meeting.Waiting it, MeetingContext context) {
        return context.lobbies().of(it.booking().tenant());
    }

    private static boolean isFull(int there, Booking booking, MeetingContext context) {
        return there >= context.lobbies().of(booking.tenant()).mostCalls();
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> full(Booking booking, MeetingContext context) {
        return refuse(new MeetingIsFull(context.lobbies().of(booking.tenant()).mostCalls()));
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
}
