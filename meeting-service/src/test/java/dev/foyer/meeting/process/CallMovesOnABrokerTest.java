package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.CommitListener;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.meeting.Meetings;
import dev.foyer.meeting.domain.Call;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.numbering.ChoiceEvent;
import dev.foyer.meeting.domain.numbering.ChooseConferenceId;
import dev.foyer.meeting.setup.MeetingAggregates;
import dev.foyer.testing.EmbeddedBroker;
import dev.foyer.testing.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that died when a leg had been sent elsewhere and not yet taken out of the lobby: whoever owns the leg next does it. */
@Tag("E5")
class CallMovesOnABrokerTest {

    private static final String MISTYPED = "471100815";
    private static final String RIGHT = "471100816";
    private static final String LEG = CONTOSO + "/c-1";
    private static final MeetingAggregates AGGREGATES =
            MeetingAggregates.of(LobbyRules.DEFAULT, CommitListener.none(), CommitListener.none());

    @Test
    void whoeverIsSentElsewhereLeavesThoughTheProcessDied() {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            Topics.createAll(broker);
            MeetingAggregates then = AGGREGATES;
            try (AggregateRuntime runtime = owner(broker, then, Duration.ofMinutes(1))) {
                submit(runtime, MISTYPED, new ScheduleMeeting(CONTOSO, AMOS, null, false));
                submit(runtime, RIGHT, new ScheduleMeeting(CONTOSO, AMOS, null, false));
                submit(runtime, then, new GoTo(MISTYPED, true));
                submit(runtime, MISTYPED, new DialIn(CONTOSO, new Call("c-1", null, turn(runtime, then))));
                submit(runtime, then, new GoTo(RIGHT, true));
            }
            Departures departures = new Departures();
            RuntimeMeetings meetings = new RuntimeMeetings(new CompletableFuture<>(), new CompletableFuture<>());
            departures.meetings = meetings;
            MeetingAggregates now = MeetingAggregates.of(
                    LobbyRules.DEFAULT, CommitListener.none(), new LateLeavings(departures, new SilenceQuestions()));
            meetings.own().complete(now);
            try (AggregateRuntime runtime = owner(broker, now, Duration.ZERO)) {
                meetings.runtime().complete(runtime);
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> meeting(runtime, MISTYPED).lobby().calls().isEmpty()
                                && leg(runtime, now).remaining().isEmpty());
                assertEquals(
                        RIGHT, assertInstanceOf(Leg.At.class, leg(runtime, now)).conferenceId());
            }
        }
    }

    private static AggregateRuntime owner(EmbeddedBroker broker, MeetingAggregates aggregates, Duration ago) {
        AggregateRuntime runtime = new AggregateRuntime(
                RuntimeSettings.of(broker.connection(), "meeting-service", "meeting.journal", 3, "http://127.0.0.1:0")
                        .withSession(Optional.empty(), Duration.ofSeconds(2))
                        .withRecovery(Optional.empty(), false)
                        .withClock(Clock.offset(Clock.systemUTC(), ago.negated())),
                aggregates.all());
        await().atMost(Duration.ofSeconds(30)).until(() -> runtime.partitions().size() == 3 && runtime.ready());
        return runtime;
    }

    private static long turn(AggregateRuntime runtime, MeetingAggregates aggregates) {
        return leg(runtime, aggregates).lastTurn();
    }

    private static Leg leg(AggregateRuntime runtime, MeetingAggregates aggregates) {
        return runtime.read(aggregates.legs(), LEG).toCompletableFuture().join();
    }

    private static Meeting.Waiting meeting(AggregateRuntime runtime, String id) {
        return assertInstanceOf(
                Meeting.Waiting.class,
                runtime.read(AGGREGATES.meetings(), id).toCompletableFuture().join());
    }

    private static void submit(AggregateRuntime runtime, String id, MeetingCommand command) {
        runtime.submit(AGGREGATES.meetings(), id, command, meta())
                .toCompletableFuture()
                .join();
    }

    private static void submit(AggregateRuntime runtime, MeetingAggregates aggregates, LegCommand command) {
        runtime.submit(aggregates.legs(), LEG, command, meta())
                .toCompletableFuture()
                .join();
    }

    private static CommandMeta meta() {
        String commandId = UUID.randomUUID().toString();
        return new CommandMeta(commandId, commandId, new Actor("bridge", "bridge", null));
    }

    /** What the listener submits to, as soon as it is there. */
    private record RuntimeMeetings(
            CompletableFuture<AggregateRuntime> runtime, CompletableFuture<MeetingAggregates> own) implements Meetings {

        @Override
        public CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> submit(
                String conferenceId, MeetingCommand command, CommandMeta meta) {
            return runtime.thenCompose(commands -> commands.submit(AGGREGATES.meetings(), conferenceId, command, meta));
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, LegAnswer>> ofLeg(
                String leg, LegCommand command, CommandMeta meta) {
            return runtime.thenCompose(commands -> commands.submit(own.join().legs(), leg, command, meta));
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, BridgeAnswer>> ofBridge(
                String bridge, BridgeCommand command, CommandMeta meta) {
            throw new UnsupportedOperationException("Nobody is silent here");
        }

        @Override
        public CompletionStage<Reply<MeetingRefusal, ChoiceEvent>> choose(
                String request, ChooseConferenceId command, CommandMeta meta) {
            throw new UnsupportedOperationException("Nothing is scheduled here");
        }

        @Override
        public CompletionStage<Boolean> pinEventsCaughtUp() {
            throw new UnsupportedOperationException("Nobody dials here");
        }
    }
}
