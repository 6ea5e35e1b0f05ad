package dev.foyer.meeting.domain.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.Forgetfulness;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ChoiceForgotten;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request keeps its conference ID. */
@Tag("C2")
class ChoiceDeciderTest {

    private static final MeetingContext CONTEXT = new MeetingContext(Instant.EPOCH);
    private static final ConferenceIdChosen FIRST = new ConferenceIdChosen("111222333", Instant.EPOCH);
    private static final ConferenceIdChosen SECOND = new ConferenceIdChosen("444555666", Instant.EPOCH);

    @Test
    void theFirstCandidateIsChosen() {
        given().when(new ChooseConferenceId("111222333", null), CONTEXT).thenEvents(FIRST);
    }

    @Test
    void aRepeatedRequestGetsTheChosenOne() {
        var repeated = given(FIRST).when(new ChooseConferenceId("444555666", null), CONTEXT);
        repeated.thenEvents();
        assertEquals(FIRST, repeated.answer());
    }

    @Test
    void aTakenNumberIsReplacedOnce() {
        given(FIRST)
                .when(new ChooseConferenceId("444555666", "111222333"), CONTEXT)
                .thenEvents(SECOND);
        given(FIRST, SECOND)
                .when(new ChooseConferenceId("777888999", "111222333"), CONTEXT)
                .thenEvents();
    }

    @Test
    @Tag("case-L2")
    void aChoiceIsForgottenWhenItsRequestDoesNotComeAgain() {
        Instant due = Instant.EPOCH.plus(Forgetfulness.KEPT);
        given(FIRST)
                .when(new ForgetChoice(), new MeetingContext(due.minusNanos(1)))
                .thenEvents();
        given(FIRST).when(new ForgetChoice(), new MeetingContext(due)).thenEvents(new ChoiceForgotten(due));
        var decider = new ChoiceDecider();
        assertTrue(decider.isOver(given(FIRST, new ChoiceForgotten(due))
                .when(new ForgetChoice(), CONTEXT)
                .state()));
        assertEquals(Optional.of(due), new ChoiceTimers().due(new Choice.Made("111222333", Instant.EPOCH)));
    }

    @Test
    @Tag("case-L2")
    void aChoiceOfBeforeIsKept() {
        Choice.Made before = new Choice.Made("111222333", null);
        assertEquals(Optional.empty(), new ChoiceTimers().due(before));
        assertFalse(new ChoiceDecider().isOver(before));
    }

    private static DeciderTester<Choice, ChoiceCommand, ChoiceEvent, MeetingRefusal, ChoiceEvent, MeetingContext> given(
            ChoiceEvent... history) {
        return DeciderTester.given(new ChoiceDecider(), List.of(history));
    }
}
