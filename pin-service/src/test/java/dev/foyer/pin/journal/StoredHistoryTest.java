package dev.foyer.pin.journal;

import static dev.foyer.pin.domain.user.Around.US;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.Json;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.crypto.KeyedPinVault;
import dev.foyer.pin.domain.user.UserAnswer.Verified;
import dev.foyer.pin.domain.user.UserDecider;
import dev.foyer.pin.domain.user.UserEvent;
import dev.foyer.pin.domain.user.UserFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A user's journal as each release wrote it, with the pepper of that time. The journals are never edited; a release that
 * stores something else adds another. The states beside them are in today's shape, because no state is kept for long.
 */
class StoredHistoryTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");
    private static final String LATEST = "0.2";

    @ParameterizedTest
    @ValueSource(strings = {"0.1", LATEST})
    void itIsWrittenAsItWasRead(String release) throws IOException {
        for (JsonNode line : lines(release)) {
            assertEquals(line.get("data"), JSON.readTree(PinJournal.USER_EVENTS.write(read(line))));
        }
    }

    @Test
    void theLatestHasEveryEvent() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        history(LATEST).forEach(event -> seen.add(event.getClass()));
        assertEquals(Set.of(UserEvent.class.getPermittedSubclasses()), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", LATEST})
    void itFoldsToTheStateOfThen(String release) throws IOException {
        var state = DeciderTester.given(new UserDecider(), history(release)).state();
        Path expected = HISTORIES.resolve(release + ".state.json");
        assertEquals(JSON.readTree(expected.toFile()), JSON.valueToTree(state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", LATEST})
    @Tag("A6")
    void thePinOfThenIsStillRight(String release) throws IOException {
        var vault = new KeyedPinVault(HISTORIES.resolve("0.1.pepper.json"), PinKeysResource.deliveryKeysFile());
        var answer = DeciderTester.given(new UserDecider(), history(release))
                .when(UserFixture.verify("call-7", "408134"), US.with(vault).context())
                .answer();
        assertEquals(new Verified(true, 3), answer);
    }

    private static List<UserEvent> history(String release) throws IOException {
        return lines(release).stream().map(StoredHistoryTest::read).toList();
    }

    private static UserEvent read(JsonNode line) {
        return PinJournal.USER_EVENTS.read(
                line.get("type").asText(), line.get("data").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> lines(String release) throws IOException {
        try (var lines = Files.lines(HISTORIES.resolve(release + ".jsonl"))) {
            return lines.map(StoredHistoryTest::json).toList();
        }
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("No line of a journal: " + line, e);
        }
    }
}
