package dev.foyer.meeting.domain.leg;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.Forgetfulness;
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
import dev.foyer.meeting.domain.leg.LegEvent.LegAlive;
import dev.foyer.meeting.domain.leg.LegEvent.LegForgotten;
import dev.foyer.meeting.domain.leg.LegEvent.LegHungUp;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a leg is, and what it has to leave. */
@Tag("E5")
class LegDeciderTest {

    private static final String A = "4711001";
    private static final String B = "4711002";
    private static final long TURN = NOW.toEpochMilli();

    @Test
    void theFirstDiallingLeavesNothing() {
        answers(given(), new GoTo(A, true), new Sent(TURN, List.of()), sent(A, TURN));
    }

    @Test
    void diallingElsewhereLeavesWhereItWasByANewTurn() {
        answers(given(sent(A, TURN)), new GoTo(B, true), new Sent(TURN + 1, List.of(A)), sent(B, TURN + 1));
    }

    /** What would leave its place for a full meeting is not to lose it. */
    @Test
    void whoeverIsElsewhereLeavesItOnlyWhenItWasAskedWhetherThereIsRoom() {
        answers(given(sent(A, TURN)), new GoTo(B, false), new Elsewhere());
        answers(given(sent(A, TURN)), new GoTo(A, false), new Sent(TURN, List.of()));
        answers(given(), new GoTo(A, false), new Sent(TURN, List.of()), sent(A, TURN));
    }

    @Test
    void diallingTheSameAgainIsNoNewTurnAndSaysWhatIsStillToBeLeft() {
        answers(given(sent(A, TURN)), new GoTo(A, true), new Sent(TURN, List.of()));
        answers(given(sent(A, TURN), sent(B, TURN + 1)), new GoTo(B, true), new Sent(TURN + 1, List.of(A)));
    }

    @Test
    void whoComesBackLeavesTheEarlierStayFirst() {
        answers(
                given(sent(A, TURN), sent(B, TURN + 1)),
                new GoTo(A, true),
                new Sent(TURN + 2, List.of(A, B)),
                sent(A, TURN + 2));
    }

    @Test
    void whatWasLeftIsOnlyWhatIsOlderThanTheTurn() {
        answers(
                given(sent(A, TURN), sent(B, TURN + 1)),
                new NoteLeft(A, TURN + 1),
                new LegNoted(),
                new ConferenceLeft(A, TURN + 1));
        answers(
                given(sent(A, TURN), sent(B, TURN + 1), sent(A, TURN + 2), sent(B, TURN + 3)),
                new NoteLeft(A, TURN + 1),
                new LegNoted());
    }

    @Test
    void hangingUpLeavesEverything() {
        answers(
                given(sent(A, TURN), sent(B, TURN + 1)),
                new GoAway(null),
                new Gone(TURN + 2, List.of(A, B)),
                new LegHungUp(TURN + 2, NOW));
    }

    @Test
    void whatLeavesAnEarlierConferenceEndsNoNewerStay() {
        answers(given(sent(A, TURN), sent(B, TURN + 1)), new GoAway(A), new LegNoted());
    }

    @Test
    void whoHungUpDoesNotComeBackAnywhere() {
        given(sent(A, TURN), new LegHungUp(TURN + 1, NOW))
                .when(new GoTo(B, true), CONTEXT)
                .thenRefused(new CallHasEnded());
        answers(given(sent(A, TURN), new LegHungUp(TURN + 1, NOW)), new GoAway(null), new Gone(TURN + 1, List.of(A)));
        answers(given(), new GoAway(null), new NeverHeardOf(), new LegHungUp(TURN, NOW));
    }

    @Test
    void leavingThatWasBegunIsSaidAgainUntilItIsDone() {
        var overdue = at(LegTimers.OVERDUE);
        answers(given(sent(A, TURN), sent(B, TURN + 1)), new SettleLeg(), new LegNoted());
        given(sent(A, TURN), sent(B, TURN + 1))
                .when(new SettleLeg(), overdue)
                .thenEvents(new LeavingOverdue(overdue.now()));
        given(sent(A, TURN), sent(B, TURN + 1), new ConferenceLeft(A, TURN + 1))
                .when(new SettleLeg(), overdue)
                .thenEvents();
    }

    @Test
    void whatIsOverIsForgottenAndBeginsAnewByALaterTurn() {
        var later = at(LegTimers.HUNG_UP_KEPT);
        given(sent(A, TURN), new LegHungUp(TURN + 1, NOW), new ConferenceLeft(A, TURN + 1))
                .when(new SettleLeg(), later)
                .thenEvents(new LegForgotten(later.now()));
        given(sent(A, TURN)).when(new SettleLeg(), later).thenEvents();
        given(sent(A, TURN))
                .when(new SettleLeg(), at(Forgetfulness.KEPT))
                .thenEvents(new LegForgotten(at(Forgetfulness.KEPT).now()));
        given(sent(A, TURN), new LegForgotten(later.now()))
                .when(new GoTo(A, true), later)
                .thenEvents(new LegSent(A, later.now().toEpochMilli(), later.now(), later.now(), null));
    }

    @Test
    void aJournalThatSaysWhatCannotBeIsNotFolded() {
        assertThrows(ImpossibleEvent.class, () -> given(sent(A, TURN), sent(B, TURN)));
        assertThrows(
                ImpossibleEvent.class,
                () -> given(sent(A, TURN), new LegHungUp(TURN + 1, NOW), new LegSent(B, TURN + 2, NOW, NOW, null)));
        assertThrows(ImpossibleEvent.class, () -> given(new LegAlive(NOW)));
        assertThrows(ImpossibleEvent.class, () -> given(new ConferenceLeft(A, TURN)));
        assertThrows(ImpossibleEvent.class, () -> given(new LeavingOverdue(NOW)));
    }

    private static LegSent sent(String conferenceId, long turn) {
        return new LegSent(conferenceId, turn, NOW, NOW, null);
    }

    private static MeetingContext at(Duration later) {
        return new MeetingContext(NOW.plus(later));
    }

    private static void answers(
            DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given,
            LegCommand command,
            LegAnswer answer,
            LegEvent... events) {
        var decided = given.when(command, CONTEXT);
        decided.thenEvents(events);
        assertEquals(answer, decided.answer());
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> given(
            LegEvent... history) {
        return DeciderTester.given(new LegDecider(), List.of(history));
    }
}
