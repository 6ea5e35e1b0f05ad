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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A user's journal as release 0.1 wrote it, with the pepper of that time. Never edited; a release that stores something
 * else adds another.
 */
class StoredHistoryTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    @Test
    void itIsWrittenAsItWasReadAndHasEveryEvent() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (JsonNode line : lines()) {
            UserEvent event = read(line);
            assertEquals(line.get("data"), JSON.readTree(PinJournal.USER_EVENTS.write(event)));
            seen.add(event.getClass());
        }
        assertEquals(Set.of(UserEvent.class.getPermittedSubclasses()), seen);
    }

    @Test
    void itFoldsToTheStateOfThen() throws IOException {
        var state = DeciderTester.given(new UserDecider(), history()).state();
        assertEquals(JSON.readTree(HISTORIES.resolve("0.1.state.json").toFile()), JSON.valueToTree(state));
    }

    @Test
    @Tag("A6")
    void thePinOfThenIsStillRight() throws IOException {
        var vault = new KeyedPinVault(HISTORIES.resolve("0.1.pepper.json"), PinKeysResource.deliveryKeysFile());
        var answer = DeciderTester.given(new UserDecider(), history())
                .when(UserFixture.verify("call-7", "408134"), US.with(vault).context())
                .answer();
        assertEquals(new Verified(true, 3), answer);
    }

    private static List<UserEvent> history() throws IOException {
        return lines().stream().map(StoredHistoryTest::read).toList();
    }

    private static UserEvent read(JsonNode line) {
        return PinJournal.USER_EVENTS.read(
                line.get("type").asText(), line.get("data").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(HISTORIES.resolve("0.1.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
