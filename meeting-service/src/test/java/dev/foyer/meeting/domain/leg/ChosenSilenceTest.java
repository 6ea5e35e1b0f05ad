package dev.foyer.meeting.domain.leg;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.CallSilences;
import dev.foyer.meeting.domain.LobbyRules;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.leg.LegCommand.NoteAlive;
import dev.foyer.meeting.domain.leg.LegCommand.SettleLeg;
import dev.foyer.meeting.domain.leg.LegEvent.LegAlive;
import dev.foyer.meeting.domain.leg.LegEvent.LegFellSilent;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import dev.foyer.meeting.domain.leg.LegEvent.SilenceQuestioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant chooses after which silence a call has left, and what it chooses counts for the calls that there are. */
@Tag("E6")
class ChosenSilenceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LegSent SENT = new LegSent("4711001", NOW.toEpochMilli(), NOW, null, "bridge");
    private static final LegAlive ALIVE = new LegAlive(NOW);

    private final CallSilences silences = new CallSilences() {
        @Override
        public Duration of(String tenant) {
            return tenant.equals("fabrikam.com") ? MINUTE.multipliedBy(60) : standard();
        }

        @Override
        public Duration standard() {
            return MINUTE.multipliedBy(8);
        }

        @Override
        public long edition() {
            return 7;
        }
    };

    @Test
    void aCallIsWokenByTheSilenceOfItsTenant() {
        LegTimers timers = new LegTimers(silences);
        Leg leg = new LegDecider().evolve(new LegDecider().evolve(new Leg.Nowhere(), SENT), ALIVE);
        assertEquals(Optional.of(minutes(30)), timers.due("fabrikam.com/c-1", leg));
        assertEquals(Optional.of(minutes(4)), timers.due("contoso.com/c-1", leg));
        assertEquals(7, timers.edition());
    }

    @Test
    void whoWasQuestionedBeforeTheTenantChoseALongerOneStillHasAllOfIt() {
        SilenceQuestioned questioned = new SilenceQuestioned(minutes(6));
        Instant over = minutes(60);
        given(SENT, ALIVE, questioned)
                .when(new SettleLeg(), at(minutes(8), MINUTE.multipliedBy(60)))
                .thenEvents();
        given(SENT, ALIVE, questioned)
                .when(new SettleLeg(), at(over.minusMillis(1), MINUTE.multipliedBy(60)))
                .thenEvents();
        given(SENT, ALIVE, questioned)
                .when(new SettleLeg(), at(over, MINUTE.multipliedBy(60)))
                .thenEvents(new LegFellSilent(over.toEpochMilli(), over));
    }

    /** Also when the whole of the shorter one has passed already: its bridge knew of a longer one. */
    @Test
    void whoIsConnectedWhenTheTenantChoosesAShorterOneHasHalfOfItToBeHeardIn() {
        Instant chosen = minutes(5);
        given(SENT, ALIVE)
                .when(new SettleLeg(), at(chosen, MINUTE.multipliedBy(4)))
                .thenEvents(new SilenceQuestioned(chosen));
        given(SENT, ALIVE, new SilenceQuestioned(chosen))
                .when(new SettleLeg(), at(minutes(7).minusMillis(1), MINUTE.multipliedBy(4)))
                .thenEvents();
        given(SENT, ALIVE, new SilenceQuestioned(chosen))
                .when(new SettleLeg(), at(minutes(7), MINUTE.multipliedBy(4)))
                .thenEvents(new LegFellSilent(minutes(7).toEpochMilli(), minutes(7)));
        given(SENT, ALIVE, new SilenceQuestioned(chosen))
                .when(new NoteAlive(), at(minutes(7), MINUTE.multipliedBy(4)))
                .thenEvents(new LegAlive(minutes(7)));
    }

    @Test
    void aHeartbeatIsNotedOnceInATwentiethOfIt() {
        given(SENT, ALIVE)
                .when(new NoteAlive(), at(minutes(3).minusMillis(1), MINUTE.multipliedBy(60)))
                .thenEvents();
        given(SENT, ALIVE)
                .when(new NoteAlive(), at(minutes(3), MINUTE.multipliedBy(60)))
                .thenEvents(new LegAlive(minutes(3)));
    }

    /** As until the settings are read: what is not noted then is missed when they are. */
    @Test
    void aHeartbeatIsNotedByTheShortestSilenceThatItMayTurnOutToBe() {
        Duration longest = Duration.ofDays(1);
        given(SENT, ALIVE)
                .when(
                        new NoteAlive(),
                        new MeetingContext(NOW.plusMillis(2_999), LobbyRules.DEFAULT, () -> true, longest, MINUTE))
                .thenEvents();
        given(SENT, ALIVE)
                .when(
                        new NoteAlive(),
                        new MeetingContext(NOW.plusSeconds(3), LobbyRules.DEFAULT, () -> true, longest, MINUTE))
                .thenEvents(new LegAlive(NOW.plusSeconds(3)));
    }

    /**
     * A bridge that sends a heartbeat three times in the silence, as is documented, loses no call whenever and however long we are away,
     * and however long it takes us to read what its tenant has chosen.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 20, 41, 90})
    void whoeverKeepsTheDocumentedIntervalIsNeverThrownOut(int reading) {
        for (int away = 1; away <= 130; away++) {
            Leg leg = new LegDecider().evolve(new LegDecider().evolve(new Leg.Nowhere(), SENT), ALIVE);
            for (int second = away; second <= away + reading + 150; second++) {
                Duration silence = second < away + reading ? Duration.ofDays(1) : MINUTE;
                MeetingContext now =
                        new MeetingContext(NOW.plusSeconds(second), LobbyRules.DEFAULT, () -> true, silence, MINUTE);
                leg = after(leg, new SettleLeg(), now);
                if (second % 20 == 0) {
                    leg = after(leg, new NoteAlive(), now);
                }
                assertInstanceOf(Leg.At.class, leg, "away for " + away + " s, gone after " + second + " s");
            }
        }
    }

    private static Leg after(Leg leg, LegCommand command, MeetingContext context) {
        if (!(new LegDecider().decide(leg, command, context)
                instanceof Decision.Accepted<LegEvent, MeetingRefusal, LegAnswer> accepted)) {
            throw new AssertionError("refused: " + command);
        }
        Leg state = leg;
        for (LegEvent event : accepted.events()) {
            state = new LegDecider().evolve(state, event);
        }
        return state;
    }

    private static Instant minutes(int later) {
        return NOW.plus(Duration.ofMinutes(later));
    }

    private static MeetingContext at(Instant time, Duration silence) {
        return new MeetingContext(time, LobbyRules.DEFAULT, () -> true, silence);
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given(
            LegEvent... history) {
        return DeciderTester.given(new LegDecider(), List.of(history));
    }
}
