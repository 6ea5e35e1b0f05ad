package dev.foyer.meeting.domain.leg;

import static dev.foyer.eventsourcing.Decision.accept;
import static dev.foyer.eventsourcing.Decision.refuse;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.Forgetfulness;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.Moment;
import dev.foyer.meeting.domain.leg.LegAnswer.Elsewhere;
import dev.foyer.meeting.domain.leg.LegAnswer.Gone;
import dev.foyer.meeting.domain.leg.LegAnswer.LegNoted;
import dev.foyer.meeting.domain.leg.LegAnswer.NeverHeardOf;
import dev.foyer.meeting.domain.leg.LegAnswer.Sent;
import dev.foyer.meeting.domain.leg.LegCommand.ComeAgain;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.leg.LegEvent.ArrivalToldAgain;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingTold;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import java.time.Instant;
import java.util.List;

/** Where a leg goes. A request says how it is now; what a topic says counts by its own time, see {@link Told} and {@link Moment}. */
final class Journey {

    private Journey() {}

    /** A request sends it there. */
    static Decision<LegEvent, MeetingRefusal, LegAnswer> asked(Leg state, GoTo command, Instant now) {
        String conferenceId = command.conferenceId();
        return switch (state) {
            case Leg.HungUp it when it.told().forGood() -> refuse(new CallHasEnded());
            case Leg.At it when it.conferenceId().equals(conferenceId) -> stays(it, now);
            case Leg.At _ when !command.roomAsked() -> accept(new Elsewhere());
            case Leg.At _, Leg.HungUp _, Leg.Nowhere _ -> go(state, sent(state, command, now, now));
        };
    }

    /** A topic says that it dialled there then. What it said of later counts, whenever it is read. */
    static Decision<LegEvent, MeetingRefusal, LegAnswer> told(Leg state, GoTo command, Instant now) {
        String conferenceId = command.conferenceId();
        Instant when = Moment.of(command.told(), now).at();
        Told known = state.heard();
        if (known.forGood() || when.isBefore(now.minus(Forgetfulness.KEPT))) {
            return refuse(new CallHasEnded());
        }
        if (known.isOlder(when)) {
            return accept(new LegNoted());
        }
        return switch (state) {
            case Leg.At it when it.conferenceId().equals(conferenceId) -> stays(it, when);
            case Leg.At it
            when when.equals(known.arrived()) && conferenceId.compareTo(it.conferenceId()) < 0 ->
                accept(new LegNoted()); // two at the same time: the same one in every order
            case Leg.HungUp _ when known.hasLeft(conferenceId, when) -> leftAlready(known, when);
            case Leg.At it when known.hasLeft(conferenceId, when) -> passThrough(it, command, when, now);
            case Leg.At _ when !command.roomAsked() -> accept(new Elsewhere());
            case Leg.At _, Leg.HungUp _, Leg.Nowhere _ -> go(state, sent(state, command, when, now));
        };
    }

    /** It is where it goes; what is said of before that does not move it any more. */
    private static Decision<LegEvent, MeetingRefusal, LegAnswer> stays(Leg.At it, Instant when) {
        return when.equals(it.told().arrived()) ? accept(sent(it)) : accept(sent(it), new ArrivalToldAgain(when));
    }

    /** The meeting has sent it home, and it dials there again. */
    static Decision<LegEvent, MeetingRefusal, LegAnswer> again(Leg state, ComeAgain command, Instant now) {
        if (!(state instanceof Leg.At it)
                || !it.conferenceId().equals(command.conferenceId())
                || it.turn() < command.over()) {
            return refuse(new CallHasEnded());
        }
        if (it.turn() > command.over()) {
            return accept(sent(it));
        }
        Instant when = Moment.of(command.told(), now).at();
        Instant newest = it.told().isOlder(when) ? it.told().arrived() : when;
        return go(it, new LegSent(it.conferenceId(), nextTurn(it, now), now, newest, command.bridge()));
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> leftAlready(Told known, Instant when) {
        return when.equals(known.arrived())
                ? accept(new LegNoted())
                : accept(new LegNoted(), new ArrivalToldAgain(when));
    }

    /** It went there and is gone from there, too: it is nowhere any more. */
    private static Decision<LegEvent, MeetingRefusal, LegAnswer> passThrough(
            Leg.At from, GoTo command, Instant when, Instant now) {
        String conferenceId = command.conferenceId();
        LegSent sent = sent(from, command, when, now);
        Leg there = LegEvolution.evolve(from, sent);
        LegHungUp gone = new LegHungUp(
                nextTurn(there, now), now, conferenceId, from.told().left().get(conferenceId));
        return accept(
                new Gone(gone.turn(), List.copyOf(there.remainingWithHere().keySet())), sent, gone);
    }

    /**
     * It is gone, wherever it is, or as a request says where it is.
     *
     * @param from {@code null}: for good
     * @param told {@code null}: a request asks, perhaps of a leg from before legs were aggregates
     */
    static Decision<LegEvent, MeetingRefusal, LegAnswer> gone(Leg state, String from, Instant told, Instant now) {
        return switch (state) {
            // What is said of its arrival later, by whatever way, is from before that.
            case Leg.Nowhere _
            when told == null -> accept(new NeverHeardOf(), new LegHungUp(nextTurn(state, now), now));
            case Leg.Nowhere _ -> hangUp(state, now);
            case Leg.HungUp it when it.told().forGood() || from != null -> accept(gone(it));
            case Leg.HungUp _ -> hangUp(state, now);
            case Leg.At it when from != null && !from.equals(it.conferenceId()) -> accept(new LegNoted());
            case Leg.At _ -> hangUp(state, now);
        };
    }

    /** A topic says that it left there then: only there, and not what it came to since. */
    static Decision<LegEvent, MeetingRefusal, LegAnswer> left(
            Leg state, String conferenceId, Instant told, Instant now) {
        Instant when = Moment.of(told, now).at();
        Told known = state.heard();
        return switch (state) {
            case Leg.Nowhere _ when when.isBefore(now.minus(Forgetfulness.KEPT)) -> accept(new LegNoted());
            case Leg.Nowhere _ -> hangUp(state, new LegHungUp(nextTurn(state, now), now, conferenceId, when));
            case Leg.At it
            when it.conferenceId().equals(conferenceId) && !known.isOlder(when) ->
                hangUp(state, new LegHungUp(nextTurn(state, now), now, conferenceId, when));
            case Leg.HungUp it when known.forGood() -> accept(gone(it));
            case Leg.At _, Leg.HungUp _ ->
                known.knowsLeaving(conferenceId, when)
                        ? accept(new LegNoted())
                        : accept(new LegNoted(), new LeavingTold(conferenceId, when));
        };
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> go(Leg state, LegSent sent) {
        return accept(sent((Leg.At) LegEvolution.evolve(state, sent)), sent);
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> hangUp(Leg state, Instant now) {
        return hangUp(state, new LegHungUp(nextTurn(state, now), now));
    }

    private static Decision<LegEvent, MeetingRefusal, LegAnswer> hangUp(Leg state, LegHungUp hungUp) {
        return accept(gone((Leg.HungUp) LegEvolution.evolve(state, hungUp)), hungUp);
    }

    private static LegSent sent(Leg state, GoTo command, Instant when, Instant now) {
        return new LegSent(command.conferenceId(), nextTurn(state, now), now, when, command.bridge());
    }

    private static Sent sent(Leg.At it) {
        return new Sent(it.turn(), List.copyOf(it.toLeave().keySet()));
    }

    private static Gone gone(Leg.HungUp it) {
        return new Gone(it.turn(), List.copyOf(it.toLeave().keySet()));
    }

    static long nextTurn(Leg state, Instant now) {
        return Math.max(state.lastTurn() + 1, now.toEpochMilli());
    }
}
