package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.journal.MeetingJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lobby of thousands is let in by one command, in journal records that a broker takes. */
@Tag("E2")
class LargeMeetingTest {

    private static final int BROKERS_LIMIT_BYTES = 1_000_000;

    @Test
    void thousandsAreAdmittedByOneCommandOnceEach() {
        int callers = 2_500;
        List<MeetingEvent> history = new ArrayList<>(List.of(personal()));
        IntStream.range(0, callers).forEach(i -> history.add(waiting("call-" + i)));

        var decided = given(history.toArray(MeetingEvent[]::new)).when(organizerStarts("call-7"), CONTEXT);

        assertEquals(1 + 3, decided.events().size());
        assertEquals(callers, admitted(decided.events()).stream().distinct().count());
        assertEquals(callers, admitted(decided.events()).size());
        Meeting.Running running = assertInstanceOf(Meeting.Running.class, decided.stateAfter());
        assertTrue(running.lobby().nobody());
        assertEquals(callers, running.attendance().callers().size());
    }

    @Test
    void anAdmissionOfManyLongCallIdsFitsIntoOneRecord() {
        String longest = "c".repeat(124);
        var many = new CallersAdmitted(
                IntStream.range(0, Admissions.PER_EVENT)
                        .mapToObj(i -> longest + i)
                        .toList(),
                CONTEXT.now());
        assertTrue(MeetingJournal.events().write(many).length < BROKERS_LIMIT_BYTES);
    }

    private static List<String> admitted(List<MeetingEvent> events) {
        return events.stream()
                .filter(CallersAdmitted.class::isInstance)
                .flatMap(event -> ((CallersAdmitted) event).callIds().stream())
                .toList();
    }
}
