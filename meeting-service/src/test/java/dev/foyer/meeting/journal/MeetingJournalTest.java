package dev.foyer.meeting.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored stays readable and means what it meant. */
class MeetingJournalTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    private static final Map<String, String> NAMES_TODAY = Map.of("past", "earlierCalls", "course", "runningTime");

    /** Histories as earlier code wrote them; never edited, later code adds another. */
    @ParameterizedTest
    @MethodSource("histories")
    void aStoredHistoryFoldsToTheStoredState(String name) throws IOException {
        var journal = MeetingJournal.events();
        var decider = new MeetingDecider();
        Meeting state = decider.initial();
        for (String line : Files.readAllLines(HISTORIES.resolve(name + ".jsonl"))) {
            JsonNode stored = JSON.readTree(line);
            byte[] bytes = JSON.writeValueAsBytes(stored.get("data"));
            MeetingEvent event = journal.read(stored.get("type").textValue(), bytes);
            assertEquals(stored.get("data"), JSON.readTree(journal.write(event)), "is written as it was read");
            state = decider.evolve(state, event);
        }
        assertEquals(expected(name), withoutNewFields(JSON.valueToTree(state)));
    }

    /** States are not stored for longer than their code, so their names may change; the files keep those of their time. */
    private static JsonNode expected(String name) throws IOException {
        JsonNode state = JSON.readTree(HISTORIES.resolve(name + ".state.json").toFile());
        NAMES_TODAY.forEach((then, today) -> {
            if (state instanceof ObjectNode it && it.has(then)) {
                it.set(today, it.remove(then));
            }
        });
        return state;
    }

    /** What states have learned since, and nothing is said of in those histories. */
    private static JsonNode withoutNewFields(JsonNode state) {
        for (String part : List.of("earlierCalls", "attendance")) {
            if (state.get(part) instanceof ObjectNode it && it.path("turns").isEmpty()) {
                it.remove("turns");
            }
        }
        state.path("lobby").path("calls").forEach(call -> ((ObjectNode) call).remove("since"));
        if (state.get("earlierCalls") instanceof ObjectNode it
                && it.path("told").isEmpty()) {
            it.remove("told");
        }
        return state;
    }

    @Test
    void theHistoriesHaveEveryEvent() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String name : histories().toList()) {
            for (String line : Files.readAllLines(HISTORIES.resolve(name + ".jsonl"))) {
                seen.add(JSON.readTree(line).get("type").textValue());
            }
        }
        Set<String> names = Arrays.stream(MeetingEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(names, seen);
    }

    static Stream<String> histories() {
        return Stream.of(
                "2026-11-personal",
                "2026-11-time-limits",
                "2026-11-start-rule",
                "2026-11-forgotten",
                "2026-11-moved",
                "2026-11-alerted",
                "2026-11-told");
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
