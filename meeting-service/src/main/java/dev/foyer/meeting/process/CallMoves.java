package dev.foyer.meeting.process;

import dev.foyer.base.CommandMeta;
import dev.foyer.base.Position;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingAnswer.Noted;
import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.MeetingRefusal.StayIsOver;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegAnswer.Alive;
import dev.foyer.meeting.domain.leg.LegAnswer.Elsewhere;
import dev.foyer.meeting.domain.leg.LegAnswer.Gone;
import dev.foyer.meeting.domain.leg.LegAnswer.LegNoted;
import dev.foyer.meeting.domain.leg.LegAnswer.NeverHeardOf;
import dev.foyer.meeting.domain.leg.LegAnswer.Sent;
import dev.foyer.meeting.domain.leg.LegCommand.ComeAgain;
import dev.foyer.meeting.domain.leg.LegCommand.GoAway;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A call leg goes to a conference, or is gone (E5): the leg's own aggregate says what is to be left and gives the turn, then it
 * is taken out of there, and only then let in. So it is in one meeting at most, wherever this stops: what is to be left is
 * remembered until it has been left, by whoever asks again or by {@link LateLeavings}.
 */
@ApplicationScoped
public class CallMoves {

    private static final String AGAIN = "/again";

    @Inject
    Meetings meetings;

    @Inject
    PinEventsCatchUp catchUp;

    @Inject
    Departures departures;

    /** It dialled this conference ID; where it was before, it is no more, unless there is no room here. */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> dialIn(
            String tenant, String conferenceId, String callId, String from, CommandMeta meta) {
        return go(
                tenant,
                new GoTo(conferenceId, false, null, meta.actor().name()),
                new Call(callId, from, null),
                meta,
                meta);
    }

    /**
     * A topic says that it dialled this conference ID then. What is not news any more changes nothing.
     *
     * @param from the caller's number, or {@code null}
     */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> arrived(
            String tenant, String conferenceId, String callId, String from, Instant then, CommandMeta meta) {
        return go(
                tenant,
                new GoTo(conferenceId, false, then, meta.actor().name()),
                new Call(callId, from, null),
                anew(meta),
                meta);
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> go(
            String tenant, GoTo command, Call call, CommandMeta ofLeg, CommandMeta meta) {
        String leg = leg(tenant, call.id());
        String conferenceId = command.conferenceId();
        return meetings.ofLeg(leg, command, ofLeg).thenCompose(reply -> switch (reply) {
            case Reply.Done<MeetingRefusal, LegAnswer>(Elsewhere _, List<Position> _, boolean _) ->
                whenThereIsRoom(
                        tenant,
                        conferenceId,
                        call.id(),
                        meta,
                        () -> meetings.ofLeg(
                                        leg, command.withRoomAsked(), ofLeg.withCommandId(ofLeg.commandId() + "/go"))
                                .thenCompose(moved -> enter(tenant, command, call, moved, true, meta)));
            case Reply.Done<MeetingRefusal, LegAnswer> _, Reply.Refused<MeetingRefusal, LegAnswer> _ ->
                enter(tenant, command, call, reply, false, meta);
        });
    }

    /** A leg keeps its place rather than that it stands before a full meeting. Of one that there is not it hears when it has left. */
    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> whenThereIsRoom(
            String tenant,
            String conferenceId,
            String callId,
            CommandMeta meta,
            Supplier<CompletionStage<Reply<MeetingRefusal, MeetingAnswer>>> go) {
        return meetings.submit(
                        conferenceId,
                        new AskForRoom(tenant, callId),
                        // Asked each time, and never remembered: whether there is room now.
                        meta.withCommandId(UUID.randomUUID().toString()))
                .thenCompose(reply -> reply instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(MeetingIsFull full)
                        ? refused(full)
                        : go.get());
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> enter(
            String tenant,
            GoTo command,
            Call call,
            Reply<MeetingRefusal, LegAnswer> sentReply,
            boolean roomGiven,
            CommandMeta meta) {
        String callId = call.id();
        return switch (sentReply) {
            case Reply.Done<MeetingRefusal, LegAnswer>(LegAnswer answer, List<Position> _, boolean repeated) ->
                switch (answer) {
                    case Sent sent ->
                        departures
                                .leave(tenant, callId, sent.toLeave(), sent.turn(), meta)
                                .thenCompose(left -> catchUp.submit(
                                                command.conferenceId(),
                                                new DialIn(
                                                        tenant,
                                                        new Call(callId, call.from(), sent.turn()),
                                                        roomGiven,
                                                        command.told()),
                                                meta)
                                        .thenCompose(entered -> again(tenant, command, call, sent, entered, meta))
                                        .thenApply(entered -> behind(left, entered)));
                    case Gone gone ->
                        departures
                                .leave(tenant, callId, gone.toLeave(), gone.turn(), meta)
                                .thenApply(left -> new Reply.Done<>(new Noted(), left, repeated));
                    case LegNoted() ->
                        CompletableFuture.completedFuture(new Reply.Done<>(new Noted(), List.of(), repeated));
                    case NeverHeardOf(), Alive _, Elsewhere _ ->
                        throw new IllegalStateException("A leg that dials is answered where to go, not " + answer);
                };
            case Reply.Refused<MeetingRefusal, LegAnswer>(MeetingRefusal reason) -> refused(reason);
        };
    }

    /** Whom the end of its meeting has sent home may dial there again, while its call lives: by a new turn, and only once more. */
    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> again(
            String tenant,
            GoTo command,
            Call call,
            Sent over,
            Reply<MeetingRefusal, MeetingAnswer> entered,
            CommandMeta meta) {
        if (!(entered instanceof Reply.Refused<MeetingRefusal, MeetingAnswer>(StayIsOver _))) {
            return CompletableFuture.completedFuture(entered);
        }
        if (meta.commandId().endsWith(AGAIN)) {
            return refused(new CallHasEnded());
        }
        CommandMeta once = meta.withCommandId(meta.commandId() + AGAIN);
        var comeAgain = new ComeAgain(command.conferenceId(), over.turn(), command.told(), command.bridge());
        return meetings.ofLeg(
                        leg(tenant, call.id()), comeAgain, once.withCommandId(once.commandId() + "/" + over.turn()))
                .thenCompose(reply -> enter(tenant, command, call, reply, false, once));
    }

    /**
     * It hung up.
     *
     * @param conferenceId where it was seen; counts for legs of which we have never heard, such as those who came before legs
     *     were aggregates
     * @param onlyThere whether it stays when it is elsewhere by now: what is late must not end what is newer
     */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> hangUp(
            String tenant, String conferenceId, String callId, boolean onlyThere, CommandMeta meta) {
        return goAway(tenant, conferenceId, callId, new GoAway(onlyThere ? conferenceId : null), meta, meta);
    }

    /**
     * A topic says that it left then.
     *
     * @param conferenceId only there; {@code null}: it hung up for good
     */
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> left(
            String tenant, String conferenceId, String callId, Instant then, CommandMeta meta) {
        return goAway(tenant, conferenceId, callId, new GoAway(conferenceId, then), anew(meta), meta);
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> goAway(
            String tenant, String conferenceId, String callId, GoAway goAway, CommandMeta ofLeg, CommandMeta meta) {
        return meetings.ofLeg(leg(tenant, callId), goAway, ofLeg).thenCompose(reply -> switch (reply) {
            case Reply.Done<MeetingRefusal, LegAnswer>(LegAnswer answer, List<Position> _, boolean repeated) ->
                switch (answer) {
                    case NeverHeardOf() -> meetings.submit(conferenceId, new HangUp(tenant, callId, null), meta);
                    case Gone gone ->
                        departures
                                .leave(tenant, callId, gone.toLeave(), gone.turn(), meta)
                                .thenApply(left -> new Reply.Done<>(new Noted(), left, repeated));
                    case LegNoted() ->
                        CompletableFuture.completedFuture(new Reply.Done<>(new Noted(), List.of(), repeated));
                    case Sent _, Alive _, Elsewhere _ ->
                        throw new IllegalStateException("A leg that hangs up is sent nowhere");
                };
            case Reply.Refused<MeetingRefusal, LegAnswer>(MeetingRefusal reason) -> refused(reason);
        });
    }

    /**
     * What a topic says is decided by what the leg has heard, each time that it is read: an answer of then may send it where it
     * has left since.
     */
    private static CommandMeta anew(CommandMeta meta) {
        return meta.withCommandId(meta.commandId() + "/" + UUID.randomUUID());
    }

    static String leg(String tenant, String callId) {
        return tenant + "/" + callId;
    }

    /** Whoever waits for the records of the arrival waits for those of the leaving, too. */
    private static Reply<MeetingRefusal, MeetingAnswer> behind(
            List<Position> left, Reply<MeetingRefusal, MeetingAnswer> entered) {
        return entered instanceof Reply.Done<MeetingRefusal, MeetingAnswer> done
                ? new Reply.Done<>(
                        done.answer(),
                        Stream.concat(left.stream(), done.positions().stream()).toList(),
                        done.repeated())
                : entered;
    }

    private static CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> refused(MeetingRefusal reason) {
        return CompletableFuture.completedFuture(new Reply.Refused<>(reason));
    }
}
