package dev.foyer.meeting.domain.leg;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.leg.LegAnswer.Gone;
import dev.foyer.meeting.domain.leg.LegAnswer.LegNoted;
import dev.foyer.meeting.domain.leg.LegAnswer.NeverHeardOf;
import dev.foyer.meeting.domain.leg.LegAnswer.Sent;
import dev.foyer.meeting.domain.leg.LegCommand.GoAway;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.leg.LegEvent.ArrivalToldAgain;
import dev.foyer.meeting.domain.leg.LegEvent.LeavingTold;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bridge that uses requests and its topic for the same call leg, and one whose clock is wrong. */
@Tag("E5")
class RequestsAndTopicsTest {

    private static final String A = "4711001";
    private static final String B = "4711002";
    private static final long TURN = NOW.toEpochMilli();

    @Test
    void aLateLeavingOfBeforeTheRequestThrowsNobodyOut() {
        decide(given(arrived(A, 1)), new GoTo(A, true), 10, new Sent(TURN, List.of()), new ArrivalToldAgain(at(10)));
        decide(
                given(arrived(A, 1), new ArrivalToldAgain(at(10))),
                new GoAway(A, at(5)),
                11,
                new LegNoted(),
                new LeavingTold(A, at(5)));
    }

    @Test
    void aLateArrivalOfBeforeTheRequestMovesNobodyBack() {
        LegSent corrected = asked(B, TURN + 1, 10);
        given(arrived(A, 1))
                .when(new GoTo(B, true), context(10))
                .thenEvents(new LegSent(B, at(10).toEpochMilli(), at(10), at(10), null));
        decide(given(corrected), told(A, 1), 11, new LegNoted());
    }

    @Test
    void aRequestAfterALeavingThatATopicToldBringsTheLegBack() {
        LegHungUp left = new LegHungUp(TURN + 1, at(5), A, at(5));
        given(arrived(A, 1), left)
                .when(new GoTo(B, true), context(10))
                .thenEvents(new LegSent(B, at(10).toEpochMilli(), at(10), at(10), null));
    }

    @Test
    void anArrivalThatIsToldAfterTheRequestedHangUpIsNoGhost() {
        decide(given(), new GoAway(null), 10, new NeverHeardOf(), new LegHungUp(at(10).toEpochMilli(), at(10)));
        given(new LegHungUp(TURN, at(10))).when(told(A, 1), context(11)).thenRefused(new CallHasEnded());
    }

    @Test
    @Tag("case-L3")
    void theNewsOfAClockThatWasAheadAreNotNewerThanThoseOfTheRightOne() {
        long hour = 3_600;
        given().when(told(A, hour), context(0)).thenEvents(new LegSent(A, TURN, at(0), at(0), "bridge-topic"));
        decide(
                given(new LegSent(A, TURN, at(0), at(0), "bridge-topic")),
                new GoAway(A, at(60)),
                61,
                new Gone(at(61).toEpochMilli(), List.of(A)),
                new LegHungUp(at(61).toEpochMilli(), at(61), A, at(60)));
        // And the other way round: the leaving was told by the clock that was ahead.
        decide(
                given(arrived(A, 1)),
                new GoAway(A, at(hour)),
                10,
                new Gone(at(10).toEpochMilli(), List.of(A)),
                new LegHungUp(at(10).toEpochMilli(), at(10), A, at(10)));
    }

    private static LegSent arrived(String conferenceId, long seconds) {
        return new LegSent(conferenceId, TURN, at(seconds), at(seconds), "bridge-topic");
    }

    private static LegSent asked(String conferenceId, long turn, long seconds) {
        return new LegSent(conferenceId, turn, at(seconds), at(seconds), null);
    }

    private static GoTo told(String conferenceId, long seconds) {
        return new GoTo(conferenceId, true, at(seconds), "bridge-topic");
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static MeetingContext context(long seconds) {
        return new MeetingContext(at(seconds));
    }

    private static void decide(
            DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given,
            LegCommand command,
            long seconds,
            LegAnswer answer,
            LegEvent... events) {
        var decided = given.when(command, context(seconds));
        decided.thenEvents(events);
        assertEquals(answer, decided.answer());
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given(
            LegEvent... history) {
        return DeciderTester.given(new LegDecider(), List.of(history));
    }
}
