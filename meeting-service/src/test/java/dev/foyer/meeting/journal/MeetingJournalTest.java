package dev.foyer.meeting.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.Json;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was stored stays readable and means what it meant. */
class MeetingJournalTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    /** A history as the first release wrote it; never edited, a later release adds another. */
    @Test
    void aStoredHistoryFoldsToTheStoredState() throws IOException {
        var journal = MeetingJournal.events();
        var decider = new MeetingDecider();
        Meeting state = decider.initial();
        Set<Class<?>> seen = new HashSet<>();
        for (String line : Files.readAllLines(HISTORIES.resolve("2026-11-personal.jsonl"))) {
            JsonNode stored = JSON.readTree(line);
            byte[] bytes = JSON.writeValueAsBytes(stored.get("data"));
            MeetingEvent event = journal.read(stored.get("type").textValue(), bytes);
            assertEquals(stored.get("data"), JSON.readTree(journal.write(event)), "is written as it was read");
            state = decider.evolve(state, event);
            seen.add(event.getClass());
        }
        assertEquals(
                JSON.readTree(HISTORIES.resolve("2026-11-personal.state.json").toFile()), JSON.valueToTree(state));
        assertEquals(Set.of(MeetingEvent.class.getPermittedSubclasses()), seen, "has every event at least once");
    }

    @Test
    void answersAreReadAsTheyWereWritten() {
        var answers = MeetingJournal.answers();
        for (MeetingAnswer answer :
                List.of(new MeetingAnswer.InLobby(), new MeetingAnswer.Joined(), new MeetingAnswer.Noted())) {
            assertEquals(answer, answers.read(answers.typeOf(answer), answers.write(answer)));
        }
    }

    @Test
    void anUnknownTypeStopsTheReading() {
        assertThrows(
                IllegalArgumentException.class, () -> MeetingJournal.events().read("MeetingMoved", "{}".getBytes()));
    }
}
