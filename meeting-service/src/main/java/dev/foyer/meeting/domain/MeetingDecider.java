package dev.foyer.meeting.domain;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.meeting.domain.MeetingAnswer.InLobby;
import dev.foyer.meeting.domain.MeetingAnswer.Joined;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
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
import dev.foyer.meeting.domain.MeetingEvent.ParticipantTold;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import dev.foyer.meeting.domain.MeetingRefusal.StayIsOver;
import dev.foyer.meeting.domain.MeetingRefusal.TenantIsFull;
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
            case MeetingCommand.ScheduleMeeting _
            when state instanceof Meeting.Unknown && !context.memory().getAsBoolean() ->
                refuse(TenantIsFull.forLackOfMemory());
            case MeetingCommand.ScheduleMeeting c -> Ownership.schedule(state, c, now);
            case MeetingCommand.OpenPersonalConference c -> Ownership.open(state, c, now);
            case MeetingCommand.ClosePersonalConference c -> Ownership.close(state, c, now);
            case MeetingCommand.AllowStartWithoutPin c -> StartRule.allow(state, c);
            case MeetingCommand.StartByOrganizer c -> OrganizerStart.start(state, c, context.lobbies(), now);
            case MeetingCommand.StartVouchedFor c -> OrganizerStart.start(state, c.start(), context.lobbies(), now);
            case MeetingCommand.EndAtTimeLimit() -> TimeLimits.end(state, now);
            case MeetingCommand.AlertOrganizer() -> OrganizerAlerts.alert(state, now);
            case MeetingCommand.ForgetMeeting() -> Forgetfulness.forget(state, now);
            case MeetingCommand.InMeeting c when !state.visibleTo(c.tenant()) -> refuse(new MeetingNotFound());
            case AskForRoom c -> askForRoom(state, c.callId(), context);
            case DialIn c -> dialIn(state, c, context);
            case HangUp c -> Leaving.hangUp(state, c, now);
            case JoinFromApp c -> join(state, c, context);
            case LeaveFromApp c -> Leaving.leave(state, c, now);
            case MeetingCommand.Admit c -> Admissions.admit(state, c, now);
            case EndMeeting c -> end(state, now);
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> dialIn(
            Meeting state, DialIn command, MeetingContext context) {
        Instant now = context.now();
        Call call = command.call();
        return switch (state) {
            case Meeting.Waiting it when it.lobby().holds(call.id()) -> accept(new InLobby());
            case Meeting.Waiting it
            when it.earlierCalls().isOver(call.id(), call.newestTurn()) ->
                refuse(isOver(it.earlierCalls(), command, now));
            case Meeting.Waiting it
            when noRoom(it, it.calls(), it.booking(), command, context) instanceof MeetingRefusal why -> refuse(why);
            case Meeting.Waiting it
            when it.booking().startWithoutPin()
                    && !it.earlierCalls().isFromBeforeTheEnd(Moment.of(command.told(), now)) ->
                accept(
                        new Joined(),
                        Start.of(it, StartedBy.CALLER, null, rule(it, context), now, new CallerJoined(call, now)));
            case Meeting.Waiting it -> accept(new InLobby(), waits(call, it.booking(), context));
            case Meeting.Running it when it.attendance().hasCaller(call.id()) -> accept(new Joined());
            case Meeting.Running it when it.lobby().holds(call.id()) -> accept(new InLobby());
            case Meeting.Running it
            when it.earlierCalls().isOver(call.id(), call.newestTurn()) ->
                refuse(isOver(it.earlierCalls(), command, now));
            case Meeting.Running it
            when noRoom(it, it.calls(), it.booking(), command, context) instanceof MeetingRefusal why -> refuse(why);
            case Meeting.Running it
            when it.keepsWaiting(call.id()) -> accept(new InLobby(), waits(call, it.booking(), context));
            case Meeting.Running _ -> accept(new Joined(), new CallerJoined(call, now));
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> join(
            Meeting state, JoinFromApp command, MeetingContext context) {
        Instant now = context.now();
        String id = command.participantId();
        Moment moment = Moment.of(command.told(), now);
        var joined = new ParticipantJoined(id, command.displayName(), now, moment.at());
        return switch (state) {
            case Meeting.Waiting it when it.earlierCalls().isOver(id, moment) -> accept(new Noted());
            case Meeting.Waiting it ->
                accept(new Joined(), Start.of(it, StartedBy.APP, null, rule(it, context), now, joined));
            case Meeting.Running it
            when it.attendance().hasParticipant(id)
                    && (it.earlierCalls().isOlder(id, moment)
                            || it.earlierCalls().isKnown(id, moment)) -> accept(new Joined());
            case Meeting.Running it
            when it.attendance().hasParticipant(id) -> accept(new Joined(), new ParticipantTold(id, moment.at(), now));
            case Meeting.Running it when it.earlierCalls().isOver(id, moment) -> accept(new Noted());
            case Meeting.Running it
            when it.attendance().participants().size() >= mostCalls(it.booking(), context) || it.fillsSnapshot() ->
                refuse(new MeetingIsFull(mostCalls(it.booking(), context)));
            case Meeting.Running _ when !context.memory().getAsBoolean() -> refuse(TenantIsFull.forLackOfMemory());
            case Meeting.Running _ -> accept(new Joined(), joined);
            case Meeting.Ended _ -> refuse(new MeetingHasEnded());
            case Meeting.Unknown _, Meeting.Closed _ -> refuse(new MeetingNotFound());
        };
    }

    /** Who dialled before everybody was sent home, as a topic says late, is sent home, too; who dials afterwards is not. */
    private static MeetingRefusal isOver(EarlierCalls earlier, DialIn command, Instant now) {
        return earlier.isFromBeforeTheEnd(Moment.of(command.told(), now)) ? new CallHasEnded() : new StayIsOver();
    }

    private static CallerWaiting waits(Call call, Booking booking, MeetingContext context) {
        return new CallerWaiting(
                call, context.now(), context.lobbies().of(booking.tenant()).alertMinutes());
    }

    private static LobbyRule rule(Meeting.Waiting it, MeetingContext context) {
        return context.lobbies().of(it.booking().tenant());
    }

    private static int mostCalls(Booking booking, MeetingContext context) {
        return context.lobbies().of(booking.tenant()).mostCalls();
    }

    /** Why one more call leg is too many; {@code null} when it is not. */
    private static MeetingRefusal noRoom(
            Meeting it, int there, Booking booking, DialIn command, MeetingContext context) {
        if (command.roomGiven()) {
            return null;
        }
        LobbyRule rule = context.lobbies().of(booking.tenant());
        if (there >= rule.mostCalls() || it.fillsSnapshot()) {
            return new MeetingIsFull(rule.mostCalls());
        }
        if (rule.room().isFull()) {
            return new TenantIsFull(rule.room().most());
        }
        return context.memory().getAsBoolean() ? null : TenantIsFull.forLackOfMemory();
    }

    /** Before a leg leaves where it is: whether there is room where it wants to go. */
    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> askForRoom(
            Meeting state, String callId, MeetingContext context) {
        return switch (state) {
            case Meeting.Waiting it when !it.lobby().holds(callId) -> room(it, it.calls(), it.booking(), context);
            case Meeting.Running it
            when !it.lobby().holds(callId) && !it.attendance().hasCaller(callId) ->
                room(it, it.calls(), it.booking(), context);
            // Who is here needs no room, and where there is no meeting the leg is told so when it comes.
            case Meeting.Waiting _, Meeting.Running _, Meeting.Unknown _, Meeting.Ended _, Meeting.Closed _ ->
                accept(new Noted());
        };
    }

    /** A move within the tenant's meetings takes no more room of the tenant's. */
    private static Decision<MeetingEvent, MeetingRefusal, MeetingAnswer> room(
            Meeting it, int there, Booking booking, MeetingContext context) {
        int most = mostCalls(booking, context);
        return there >= most || it.fillsSnapshot() ? refuse(new MeetingIsFull(most)) : accept(new Noted());
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
