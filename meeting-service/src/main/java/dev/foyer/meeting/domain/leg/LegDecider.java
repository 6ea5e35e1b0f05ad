package dev.foyer.meeting.domain.leg;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Forgetting;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.leg.LegAnswer.Elsewhere;
import dev.foyer.meeting.domain.leg.LegAnswer.Gone;
import dev.foyer.meeting.domain.leg.LegAnswer.LegNoted;
import dev.foyer.meeting.domain.leg.LegAnswer.NeverHeardOf;
import dev.foyer.meeting.domain.leg.LegAnswer.Sent;
import dev.foyer.meeting.domain.leg.LegCommand.GoAway;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.leg.LegCommand.NoteLeft;
import dev.foyer.meeting.domain.leg.LegCommand.SettleLeg;
import dev.foyer.meeting.domain.leg.LegEvent.ConferenceLeft;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingOverdue;
import dev.foyer.meeting.domain.leg.LegEvent.LegForgotten;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a call leg is: in one place at most (E5). What has to be left is remembered until it has been left. */
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
            case GoTo it -> goTo(state, it, now);
            case GoAway it -> goAway(state, it.from(), now);
            case NoteLeft it ->
                state.remaining().getOrDefault(it.conferenceId(), Long.MAX_VALUE) < it.turn()
                        ? accept(new LegNoted(), new ConferenceLeft(it.conferenceId(), it.turn()))
                        : accept(new LegNoted());
            case SettleLeg() -> settle(state, now);
        };
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> goTo(Leg state, GoTo command, Instant now) {
        String conferenceId = command.conferenceId();
        return switch (state) {
            case Leg.HungUp _ -> refuse(new CallHasEnded());
            case Leg.At it
            when it.conferenceId().equals(conferenceId) ->
                accept(new Sent(it.turn(), List.copyOf(it.toLeave().keySet())));
            case Leg.At _ when !command.roomAsked() -> accept(new Elsewhere());
            case Leg.At _, Leg.Nowhere _ -> {
                LegSent sent = new LegSent(conferenceId, nextTurn(state, now), now);
                yield accept(
                        new Sent(
                                sent.turn(),
                                List.copyOf(evolved(state, sent).toLeave().keySet())),
                        sent);
            }
        };
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> goAway(Leg state, String from, Instant now) {
        return switch (state) {
            case Leg.Nowhere _ -> accept(new NeverHeardOf());
            case Leg.HungUp it ->
                accept(new Gone(it.turn(), List.copyOf(it.toLeave().keySet())));
            case Leg.At it when from != null && !from.equals(it.conferenceId()) -> accept(new LegNoted());
            case Leg.At it -> {
                long turn = nextTurn(state, now);
                yield accept(new Gone(turn, List.copyOf(it.remainingWithHere().keySet())), new LegHungUp(turn, now));
            }
        };
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> settle(Leg state, Instant now) {
        boolean due = LegTimers.dueOf(state).filter(time -> !now.isBefore(time)).isPresent();
        if (!due) {
            return accept(new LegNoted());
        }
        return state.remaining().isEmpty()
                ? accept(new LegNoted(), new LegForgotten(now))
                : accept(new LegNoted(), new LeavingOverdue(now));
    }

    private static long nextTurn(Leg state, Instant now) {
        return Math.max(state.lastTurn() + 1, now.toEpochMilli());
    }

    @Override
    public Leg evolve(Leg state, LegEvent event) {
        return switch (event) {
            case LegSent e -> evolved(state, e);
            case LegHungUp e ->
                switch (state) {
                    case Leg.At it -> new Leg.HungUp(e.turn(), it.remainingWithHere(), e.at());
                    case Leg.Nowhere _, Leg.HungUp _ -> throw new ImpossibleEvent(state, event);
                };
            case ConferenceLeft e ->
                switch (state) {
                    case Leg.At it ->
                        new Leg.At(it.conferenceId(), it.turn(), without(it.toLeave(), e.conferenceId()), it.since());
                    case Leg.HungUp it ->
                        new Leg.HungUp(it.turn(), without(it.toLeave(), e.conferenceId()), it.since());
                    case Leg.Nowhere _ -> throw new ImpossibleEvent(state, event);
                };
            case LeavingOverdue e ->
                switch (state) {
                    case Leg.At it -> new Leg.At(it.conferenceId(), it.turn(), it.toLeave(), e.at());
                    case Leg.HungUp it -> new Leg.HungUp(it.turn(), it.toLeave(), e.at());
                    case Leg.Nowhere _ -> throw new ImpossibleEvent(state, event);
                };
            case LegForgotten _ -> new Leg.Nowhere();
        };
    }

    private static Leg.At evolved(Leg state, LegSent event) {
        if (state instanceof Leg.HungUp || event.turn() <= state.lastTurn()) {
            throw new ImpossibleEvent(state, event);
        }
        return new Leg.At(event.conferenceId(), event.turn(), state.remainingWithHere(), event.at());
    }

    private static Map<String, Long> without(Map<String, Long> some, String one) {
        Map<String, Long> rest = new TreeMap<>(some);
        rest.remove(one);
        return Collections.unmodifiableMap(rest);
    }
}
