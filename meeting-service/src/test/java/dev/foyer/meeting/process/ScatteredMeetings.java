package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;

import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Decider;
import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.Bridge;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.bridge.BridgeDecider;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.leg.LegDecider;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.leg.LegTimers;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Aggregates in memory, decided by the real rules, whose commands arrive in any order: each waits until it is drawn. One in
 * twenty is lost, before or after it was decided, and whoever asked never hears of it, as if it had died.
 */
final class ScatteredMeetings implements Meetings {

    final List<String> log = new ArrayList<>();
    CommitListener<Leg, LegEvent> listener;
    LobbyRules rules = LobbyRules.DEFAULT;

    private final MeetingDecider meetingRules = new MeetingDecider();
    private final LegTimers timers = new LegTimers(CallSilences.ofAll(CallSilences.STANDARD));
    private final LegDecider legRules = new LegDecider();
    private final BridgeDecider bridgeRules = new BridgeDecider();
    private final Map<String, Bridge> bridges = new HashMap<>();
    private final Map<String, Meeting> meetings = new HashMap<>();
    private final Map<String, Leg> legs = new HashMap<>();
    private final List<Runnable> underWay = new ArrayList<>();
    private Instant time = NOW;
    private boolean lossless;
    private RandomGenerator luck;

    Meeting meeting(String id) {
        return meetings.getOrDefault(id, meetingRules.initial());
    }

    Leg leg(String id) {
        return legs.getOrDefault(id, legRules.initial());
    }

    String story(String what) {
        return what + "\n" + String.join("\n", log);
    }

    /** Decided at once. */
    void now(String id, MeetingCommand command) {
        decide(id, command);
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
            String id, MeetingCommand command, CommandMeta meta) {
        return later(() -> decide(id, command));
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, LegAnswer>> ofLeg(String leg, LegCommand command, CommandMeta meta) {
        return later(() -> decide(leg, command));
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, BridgeAnswer>> ofBridge(
            String bridge, BridgeCommand command, CommandMeta meta) {
        return later(() -> decided(bridgeRules, bridges, bridge, command, new ArrayList<>()));
    }

    @Override
    public CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
            String request, ChooseConferenceId command, CommandMeta meta) {
        throw new UnsupportedOperationException("Nothing is scheduled here");
    }

    @Override
    public CompletionStage<Boolean> pinEventsCaughtUp() {
        return CompletableFuture.completedFuture(true);
    }

    private <A> CompletionStage<Reply<MeetingRefusal, A>> later(Supplier<Reply<MeetingRefusal, A>> deciding) {
        CompletableFuture<Reply<MeetingRefusal, A>> answer = new CompletableFuture<>();
        underWay.add(() -> {
            int fate = lossless ? 2 : luck.nextInt(40);
            if (fate == 0) {
                log.add("(lost before)");
                return;
            }
            Reply<MeetingRefusal, A> reply = deciding.get();
            if (fate == 1) {
                log.add("(lost after)");
                return;
            }
            answer.complete(reply);
        });
        return answer;
    }

    void oneStep(RandomGenerator random) {
        luck = random;
        time = time.plusMillis(random.nextInt(3));
        if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
    }

    /** It is then, or later already. */
    void at(Instant then) {
        time = then.isAfter(time) ? then : time;
    }

    /** Long enough for timers, not for commands that are under way: those time out before. */
    void passes(RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            time = time.plus(LegTimers.OVERDUE);
            List.copyOf(legs.keySet()).forEach(this::timer);
        }
    }

    /** Nothing is lost any more, and time goes on until nobody waits for anything. */
    void settle(RandomGenerator random) {
        lossless = true;
        for (int round = 0; round < 5; round++) {
            while (!underWay.isEmpty()) {
                oneStep(random);
            }
            time = time.plus(LegTimers.OVERDUE);
            List.copyOf(legs.keySet()).forEach(this::timer);
        }
        while (!underWay.isEmpty()) {
            oneStep(random);
        }
    }

    /** Nothing is lost, and all that is under way is done before time goes on. */
    void drain(RandomGenerator random) {
        lossless = true;
        while (!underWay.isEmpty()) {
            oneStep(random);
        }
    }

    private void timer(String leg) {
        if (timers.due(leg(leg)).filter(due -> !due.isAfter(time)).isPresent()) {
            decide(leg, timers.command(leg(leg)));
        }
    }

    private Reply<MeetingRefusal, MeetingAnswer> decide(String id, MeetingCommand command) {
        log.add(time + " " + id + " " + command);
        List<Object> events = new ArrayList<>();
        return decided(meetingRules, meetings, id, command, events);
    }

    private Reply<MeetingRefusal, LegAnswer> decide(String leg, LegCommand command) {
        log.add(time + " " + leg + " " + command);
        List<LegEvent> events = new ArrayList<>();
        Reply<MeetingRefusal, LegAnswer> reply = decided(legRules, legs, leg, command, events);
        listener.committed(leg, leg(leg), events);
        return reply;
    }

    private <S, C, E, A> Reply<MeetingRefusal, A> decided(
            Decider<S, C, E, MeetingRefusal, A, MeetingContext> rules,
            Map<String, S> states,
            String id,
            C command,
            List<? super E> happened) {
        S state = states.getOrDefault(id, rules.initial());
        return switch (rules.decide(state, command, new MeetingContext(time, this.rules))) {
            case Decision.Refused<E, MeetingRefusal, A>(MeetingRefusal reason) -> {
                log.add("  R " + reason);
                yield new Reply.Refused<>(reason);
            }
            case Decision.Accepted<E, MeetingRefusal, A> it -> {
                S next = state;
                for (E event : it.events()) {
                    log.add("  E " + event);
                    next = rules.evolve(next, event);
                    happened.add(event);
                }
                states.put(id, next);
                yield new Reply.Done<>(it.answer(), List.of(), false);
            }
        };
    }
}
