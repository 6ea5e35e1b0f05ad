package dev.foyer.meeting.domain.leg;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.leg.LegEvent.ArrivalToldAgain;
import dev.foyer.meeting.domain.leg.LegEvent.ConferenceLeft;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingOverdue;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingTold;
import dev.foyer.meeting.domain.leg.LegEvent.LegForgotten;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import dev.foyer.meeting.domain.leg.LegEvent.LegTurnedAway;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What each event of a leg changes. */
final class LegEvolution {

    /** Older than any turn: of a leg that was never let in, as far as is known. */
    private static final long NO_TURN = 0;

    private LegEvolution() {}

    static Leg evolve(Leg state, LegEvent event) {
        return switch (event) {
            case LegSent e -> sent(state, e);
            case LegHungUp e -> hungUp(state, e);
            case ArrivalToldAgain e -> with(state, state.heard().withArrival(e.told()), event);
            case LeavingTold e -> with(state, state.heard().withLeaving(e.conferenceId(), e.told()), event);
            case LegTurnedAway _ -> state; // it is where it was sent, though nobody has let it in
            case LegEvent.LegAlive e -> at(state, e).with(at(state, e).line().alive(e.at()));
            case LegEvent.SilenceQuestioned e ->
                at(state, e).with(at(state, e).line().questioned(e.at()));
            case LegEvent.BridgeKnown e -> at(state, e).with(at(state, e).line().known(e.beats()));
            case LegEvent.LegFellSilent e -> {
                Leg.At it = at(state, e);
                yield new Leg.HungUp(
                        e.turn(), it.remainingWithHere(), e.at(), it.told().withEnd(), true);
            }
            case ConferenceLeft e ->
                switch (state) {
                    case Leg.At it -> it.remaining(without(it.toLeave(), e.conferenceId()), it.since());
                    case Leg.HungUp it ->
                        new Leg.HungUp(
                                it.turn(), without(it.toLeave(), e.conferenceId()), it.since(), it.told(), it.silent());
                    case Leg.Nowhere _ -> throw new ImpossibleEvent(state, event);
                };
            case LeavingOverdue e ->
                switch (state) {
                    case Leg.At it -> it.remaining(it.toLeave(), e.at());
                    case Leg.HungUp it -> new Leg.HungUp(it.turn(), it.toLeave(), e.at(), it.told(), it.silent());
                    case Leg.Nowhere _ -> throw new ImpossibleEvent(state, event);
                };
            case LegForgotten _ -> new Leg.Nowhere();
        };
    }

    /** Who has left a conference, as a topic said, may come back; who has hung up may not. */
    private static Leg.At sent(Leg state, LegSent event) {
        boolean over = state instanceof Leg.HungUp it && (it.told().forGood() || event.told() == null);
        if (over || event.turn() <= state.lastTurn()) {
            throw new ImpossibleEvent(state, event);
        }
        return new Leg.At(
                event.conferenceId(),
                event.turn(),
                state.remainingWithHere(),
                event.at(),
                state.heard().withArrival(event.told()),
                Line.arrived(event.bridge(), event.at(), state.ofBridge()));
    }

    private static Leg.HungUp hungUp(Leg state, LegHungUp event) {
        if (event.from() == null) {
            return new Leg.HungUp(
                    event.turn(),
                    state.remainingWithHere(),
                    event.at(),
                    state.heard().withEnd());
        }
        Map<String, Long> toLeave = new TreeMap<>(state.remainingWithHere());
        toLeave.putIfAbsent(event.from(), NO_TURN);
        return new Leg.HungUp(
                event.turn(),
                Collections.unmodifiableMap(toLeave),
                event.at(),
                state.heard().withLeaving(event.from(), event.told()));
    }

    private static Leg with(Leg state, Told told, LegEvent event) {
        return switch (state) {
            case Leg.At it -> it.with(told);
            case Leg.HungUp it -> new Leg.HungUp(it.turn(), it.toLeave(), it.since(), told, it.silent());
            case Leg.Nowhere _ -> throw new ImpossibleEvent(state, event);
        };
    }

    private static Leg.At at(Leg state, LegEvent event) {
        if (state instanceof Leg.At it) {
            return it;
        }
        throw new ImpossibleEvent(state, event);
    }

    private static Map<String, Long> without(Map<String, Long> some, String one) {
        Map<String, Long> rest = new TreeMap<>(some);
        rest.remove(one);
        return Collections.unmodifiableMap(rest);
    }
}
