package dev.foyer.meeting.domain.leg;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallNotHere;
import dev.foyer.meeting.domain.bridge.Bridge;
import dev.foyer.meeting.domain.bridge.BridgeAnswer;
import dev.foyer.meeting.domain.bridge.BridgeCommand;
import dev.foyer.meeting.domain.bridge.BridgeDecider;
import dev.foyer.meeting.domain.bridge.BridgeEvent;
import dev.foyer.meeting.domain.bridge.BridgeEvent.BridgeBeats;
import dev.foyer.meeting.domain.leg.LegAnswer.Alive;
import dev.foyer.meeting.domain.leg.LegCommand.NoteAlive;
import dev.foyer.meeting.domain.leg.LegCommand.NoteBridge;
import dev.foyer.meeting.domain.leg.LegCommand.SettleLeg;
import dev.foyer.meeting.domain.leg.LegEvent.BridgeKnown;
import dev.foyer.meeting.domain.leg.LegEvent.LegAlive;
import dev.foyer.meeting.domain.leg.LegEvent.LegFellSilent;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import dev.foyer.meeting.domain.leg.LegEvent.SilenceQuestioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers who never hang up have left when their bridge, which sends heartbeats, says nothing of them any more. */
@Tag("E5")
@Tag("E6")
class SilentCallTest {

    private static final Duration SILENCE = Duration.ofMinutes(8);
    private static final Duration HALF = Duration.ofMinutes(4);
    private static final Duration QUESTION = Duration.ofMinutes(4);
    private static final Duration NOTED = Duration.ofSeconds(24);
    private static final LegTimers TIMERS = new LegTimers(CallSilences.ofAll(SILENCE));
    private static final long TURN = NOW.toEpochMilli();
    private static final LegSent SENT = new LegSent("4711001", TURN, NOW, null, "bridge");

    @Test
    void aHeartbeatIsNotedNowAndThenAndTheOthersLeaveNoTrace() {
        var first = given(SENT).when(new NoteAlive(), at(Duration.ofSeconds(1)));
        first.thenEvents(new LegAlive(NOW.plusSeconds(1)));
        assertEquals(new Alive(true), first.answer());
        var second = given(SENT, new LegAlive(NOW)).when(new NoteAlive(), at(NOTED.minusMillis(1)));
        second.thenEvents();
        assertEquals(new Alive(false), second.answer());
        given(SENT, new LegAlive(NOW)).when(new NoteAlive(), at(NOTED)).thenEvents(new LegAlive(NOW.plus(NOTED)));
    }

    /** What is configured as ten minutes is ten minutes, with the time to answer. */
    @Test
    void whoIsSilentIsQuestionedFirstAndHasLeftAfterTheWholeSilence() {
        given(SENT, new LegAlive(NOW))
                .when(new SettleLeg(), at(QUESTION.minusMillis(1)))
                .thenEvents();
        Instant questioned = NOW.plus(QUESTION);
        given(SENT, new LegAlive(NOW))
                .when(new SettleLeg(), at(QUESTION))
                .thenEvents(new SilenceQuestioned(questioned));
        var history = List.of(SENT, new LegAlive(NOW), new SilenceQuestioned(questioned));
        given(history).when(new SettleLeg(), at(SILENCE.minusMillis(1))).thenEvents();
        Instant over = NOW.plus(SILENCE);
        given(history).when(new SettleLeg(), on(over)).thenEvents(new LegFellSilent(over.toEpochMilli(), over));
        given(history)
                .when(new NoteAlive(), at(QUESTION.plusMillis(1)))
                .thenEvents(new LegAlive(questioned.plusMillis(1)));
    }

    /** A time in which nobody could be heard, such as our own, throws nobody out. */
    @Test
    void afterALongTimeWithoutUsThereIsHalfOfItToBeHeardIn() {
        Instant back = NOW.plus(Duration.ofHours(3));
        given(SENT, new LegAlive(NOW)).when(new SettleLeg(), on(back)).thenEvents(new SilenceQuestioned(back));
        assertEquals(
                Optional.of(back.plus(HALF)), TIMERS.due(state(SENT, new LegAlive(NOW), new SilenceQuestioned(back))));
    }

    @Test
    void aBridgeThatNeverSentOneIsAskedOnceForEachCallAndExempt() {
        SilenceQuestioned questioned = new SilenceQuestioned(NOW.plus(SILENCE));
        given(SENT).when(new SettleLeg(), at(SILENCE)).thenEvents(questioned);
        given(SENT, questioned).when(new NoteBridge(false), at(SILENCE)).thenEvents(new BridgeKnown(false));
        assertEquals(
                Optional.of(NOW.plus(dev.foyer.meeting.domain.Forgetfulness.KEPT)),
                TIMERS.due(state(SENT, questioned, new BridgeKnown(false))));
        given(SENT, questioned, new BridgeKnown(false))
                .when(new SettleLeg(), at(SILENCE.multipliedBy(3)))
                .thenEvents();
    }

    @Test
    void aCallThatWasNeverHeardOfLeavesWhenItsBridgeSendsThemForOthers() {
        SilenceQuestioned questioned = new SilenceQuestioned(NOW.plus(SILENCE));
        Instant over = NOW.plus(SILENCE).plus(HALF);
        given(SENT, questioned, new BridgeKnown(true))
                .when(new SettleLeg(), on(over))
                .thenEvents(new LegFellSilent(over.toEpochMilli(), over));
        given(SENT, questioned)
                .when(new SettleLeg(), on(over))
                .thenEvents(new SilenceQuestioned(over)); // nobody has answered
    }

    @Test
    void whatAnOlderProgramHasSentIsNotAsked() {
        LegSent older = new LegSent("4711001", TURN, NOW, null, null);
        given(older).when(new SettleLeg(), at(SILENCE.multipliedBy(2))).thenEvents();
        given(older, new LegAlive(NOW))
                .when(new SettleLeg(), at(SILENCE))
                .thenEvents(new SilenceQuestioned(NOW.plus(SILENCE)));
    }

    @Test
    void whoFellSilentDoesNotComeBackAndIsToldSo() {
        LegFellSilent silent = new LegFellSilent(TURN + 1, NOW.plus(SILENCE));
        assertEquals(
                true,
                state(SENT, silent) instanceof Leg.HungUp it
                        && it.silent()
                        && it.told().forGood());
        given(SENT, silent).when(new NoteAlive(), at(SILENCE)).thenRefused(new CallNotHere());
        given(SENT, new LegHungUp(TURN + 1, NOW))
                .when(new NoteAlive(), at(SILENCE))
                .thenRefused(new CallNotHere());
    }

    @Test
    void aBridgeIsRememberedByItsFirstHeartbeat() {
        var quiet = bridge();
        assertEquals(
                new BridgeAnswer.Beats(false),
                quiet.when(new BridgeCommand.Ask(), at(SILENCE)).answer());
        bridge().when(new BridgeCommand.NoteBeat(), on(NOW)).thenEvents(new BridgeBeats(NOW));
        bridge(new BridgeBeats(NOW))
                .when(new BridgeCommand.NoteBeat(), at(SILENCE))
                .thenEvents();
        assertEquals(
                new BridgeAnswer.Beats(true),
                bridge(new BridgeBeats(NOW))
                        .when(new BridgeCommand.Ask(), at(SILENCE))
                        .answer());
    }

    private static Leg state(LegEvent... history) {
        LegDecider decider = new LegDecider();
        Leg state = decider.initial();
        for (LegEvent event : history) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private static MeetingContext at(Duration later) {
        return on(NOW.plus(later));
    }

    private static MeetingContext on(Instant time) {
        return new MeetingContext(time, LobbyRules.DEFAULT, () -> true, SILENCE);
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given(
            LegEvent... history) {
        return given(List.of(history));
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given(
            List<? extends LegEvent> history) {
        return DeciderTester.given(new LegDecider(), List.copyOf(history));
    }

    private static DeciderTester<Bridge, BridgeCommand, BridgeEvent, MeetingRefusal, BridgeAnswer, MeetingContext>
            bridge(BridgeEvent... history) {
        return DeciderTester.given(new BridgeDecider(), List.of(history));
    }
}
