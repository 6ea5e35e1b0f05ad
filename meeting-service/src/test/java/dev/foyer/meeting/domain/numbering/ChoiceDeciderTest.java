package dev.foyer.meeting.domain.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.MeetingContext;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.numbering.ChoiceEvent.ConferenceIdChosen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request keeps its conference ID. */
@Tag("C2")
class ChoiceDeciderTest {

    private static final MeetingContext CONTEXT = new MeetingContext(Instant.EPOCH);
    private static final ConferenceIdChosen FIRST = new ConferenceIdChosen("111222333");
    private static final ConferenceIdChosen SECOND = new ConferenceIdChosen("444555666");

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

    private static DeciderTester<Choice, ChooseConferenceId, ChoiceEvent, MeetingRefusal, ChoiceEvent, MeetingContext>
            given(ChoiceEvent... history) {
        return DeciderTester.given(new ChoiceDecider(), List.of(history));
    }
}
