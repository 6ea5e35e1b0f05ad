package dev.foyer.meeting.domain.leg;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallNotHere;
import dev.foyer.meeting.domain.MeetingRefusal.TenantIsFull;
import dev.foyer.meeting.domain.leg.LegAnswer.Alive;
import dev.foyer.meeting.domain.leg.LegAnswer.LegNoted;
import dev.foyer.meeting.domain.leg.LegCommand.ComeAgain;
import dev.foyer.meeting.domain.leg.LegCommand.GoAway;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.leg.LegCommand.NoteAlive;
import dev.foyer.meeting.domain.leg.LegCommand.NoteBridge;
import dev.foyer.meeting.domain.leg.LegCommand.NoteLeft;
import dev.foyer.meeting.domain.leg.LegCommand.SettleLeg;
import dev.foyer.meeting.domain.leg.LegCommand.TurnAway;
import dev.foyer.meeting.domain.leg.LegEvent.BridgeKnown;
import dev.foyer.meeting.domain.leg.LegEvent.ConferenceLeft;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingOverdue;
import dev.foyer.meeting.domain.leg.LegEvent.LegAlive;
import dev.foyer.meeting.domain.leg.LegEvent.LegFellSilent;
import dev.foyer.meeting.domain.leg.LegEvent.LegForgotten;
import dev.foyer.meeting.domain.leg.LegEvent.LegTurnedAway;
import dev.foyer.meeting.domain.leg.LegEvent.SilenceQuestioned;
import java.time.Instant;

/**
 * Where a call leg is: in one place at most (E5). What has to be left is remembered until it has been left. Where it goes is
 * decided in {@link Journey}, what each event changes in {@link LegEvolution}.
 */
public final class LegDecider
        implements Decider<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext>, Forgetting<Leg> {

    @Override
    public Leg initial() {
        return new Leg.Nowhere();
    }

    @Override
    public boolean isOver(Leg state) {
        return state instanceof Leg.Nowhere;
    }

    @Override
    public Decision<LegEvent, MeetingRefusal, LegAnswer> decide(Leg state, LegCommand command, MeetingContext context) {
        Instant now = context.now();
        return switch (command) {
            case GoTo _
            when state instanceof Leg.Nowhere && !context.memory().getAsBoolean() ->
                refuse(TenantIsFull.forLackOfMemory());
            case GoTo it when it.told() == null -> Journey.asked(state, it, now);
            case GoTo it -> Journey.told(state, it, now);
            case ComeAgain it -> Journey.again(state, it, now);
            case GoAway(String from, Instant told)
            when from == null || told == null -> Journey.gone(state, from, told, now);
            case GoAway(String from, Instant told) -> Journey.left(state, from, told, now);
            case TurnAway it ->
                accept(new LegNoted(), new LegTurnedAway(it.conferenceId(), it.reason(), it.from(), now));
            case NoteAlive() -> alive(state, context);
            case NoteBridge(boolean beats) -> bridge(state, beats);
            case NoteLeft it ->
                state.remaining().getOrDefault(it.conferenceId(), Long.MAX_VALUE) < it.turn()
                        ? accept(new LegNoted(), new ConferenceLeft(it.conferenceId(), it.turn()))
                        : accept(new LegNoted());
            case SettleLeg() -> settle(state, context);
        };
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> alive(Leg state, MeetingContext context) {
        if (!(state instanceof Leg.At it)) {
            return refuse(new CallNotHere());
        }
        return it.line().isNews(context.now(), context.shortest())
                ? accept(new Alive(true), new LegAlive(context.now()))
                : accept(new Alive(false));
    }

    /** Only while it is asked. */
    private static Decision<LegEvent, MeetingRefusal, LegAnswer> bridge(Leg state, boolean beats) {
        Line line = state.ofBridge();
        return line.questioned() != null && line.beats() == null
                ? accept(new LegNoted(), new BridgeKnown(beats))
                : accept(new LegNoted());
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> settle(Leg state, MeetingContext context) {
        Instant now = context.now();
        boolean due = LegTimers.due(state, context.silence())
                .filter(time -> !now.isBefore(time))
                .isPresent();
        if (!due) {
            return accept(new LegNoted());
        }
        if (!state.remaining().isEmpty()) {
            return accept(new LegNoted(), new LeavingOverdue(now));
        }
        return state instanceof Leg.At it && now.isBefore(LegTimers.forgotten(it))
                ? accept(new LegNoted(), silent(it, now))
                : accept(new LegNoted(), new LegForgotten(now));
    }

    private static LegEvent silent(Leg.At it, Instant now) {
        return it.line().isOver() ? new LegFellSilent(Journey.nextTurn(it, now), now) : new SilenceQuestioned(now);
    }

    @Override
    public Leg evolve(Leg state, LegEvent event) {
        return LegEvolution.evolve(state, event);
    }
}
