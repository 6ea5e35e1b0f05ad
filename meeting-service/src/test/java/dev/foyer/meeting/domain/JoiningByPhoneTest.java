package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of product.md, "E. Joining by phone", row by row. "Asked" is what the answer InLobby means to the bridge. */
@Tag("E")
class JoiningByPhoneTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            may start without PIN | running | answer  | events
            no                    | no      | InLobby | CallerWaiting
            no                    | yes     | Joined  | CallerJoined
            yes                   | no      | Joined  | MeetingStarted CallerJoined
            yes                   | yes     | Joined  | CallerJoined
            """)
    void callerDialsIn(String withoutPin, String running, String answer, String events) {
        MeetingEvent booked = withoutPin.equals("yes") ? personalWithoutPin() : personal();
        MeetingEvent[] history = running.equals("yes")
                ? new MeetingEvent[] {booked, started(StartedBy.APP, null), appJoined("p-1")}
                : new MeetingEvent[] {booked};

        var decided = given(history).when(dialIn("c-1"), CONTEXT);

        assertEquals(answer, decided.answer().getClass().getSimpleName());
        assertEquals(List.of(events.split(" ")), names(decided.events()));
    }

    private static List<String> names(List<MeetingEvent> events) {
        return events.stream()
                .flatMap(event -> Stream.of(event.getClass().getSimpleName()))
                .toList();
    }
}
