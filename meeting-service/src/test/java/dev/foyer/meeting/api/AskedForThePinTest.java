package dev.foyer.meeting.api;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The other columns of the table of product.md, "E. Joining by phone": who is asked "are you the organizer?", and what becomes of the
 * call then. A wrong PIN never comes here: the call is asked for again as it is.
 */
@Tag("E")
@Tag("E3")
class AskedForThePinTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            may start without PIN | running | asked | music | after a right PIN              | after a wrong PIN
            no                    | no      | true  | true  | MeetingStarted CallersAdmitted | LOBBY
            no                    | yes     | false | false | -                              | JOINED
            yes                   | no      | false | false | -                              | JOINED
            yes                   | yes     | false | false | -                              | JOINED
            """)
    void whoDialsIn(String withoutPin, String running, boolean asked, boolean music, String right, String wrong) {
        List<MeetingEvent> history = new ArrayList<>();
        history.add(withoutPin.equals("yes") ? personalWithoutPin() : personal());
        if (running.equals("yes")) {
            history.addAll(List.of(started(StartedBy.APP, null), appJoined("p-1")));
        }
        var dialled = given(history.toArray(MeetingEvent[]::new)).when(dialIn("c-1"), CONTEXT);
        CallState told = state(dialled.answer());
        assertEquals(asked, told.askForOrganizer());
        assertEquals(music, told.music());

        history.addAll(dialled.events());
        MeetingEvent[] then = history.toArray(MeetingEvent[]::new);
        var again = given(then).when(dialIn("c-1"), CONTEXT);
        again.thenEvents();
        assertEquals(wrong, state(again.answer()).state().name());
        if (asked) {
            List<String> events = given(then).when(organizerStarts("c-1"), CONTEXT).events().stream()
                    .map(event -> event.getClass().getSimpleName())
                    .toList();
            assertEquals(List.of(right.split(" ")), events);
        }
    }

    private static CallState state(MeetingAnswer answer) {
        return CallState.of(answer, Announcements.DEFAULT);
    }
}
