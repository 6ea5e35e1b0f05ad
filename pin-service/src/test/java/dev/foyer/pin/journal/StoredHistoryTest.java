package dev.foyer.pin.journal;

import static dev.foyer.pin.domain.user.Around.US;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.pin.PinKeysResource;
import dev.foyer.pin.crypto.Peppers;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Users' journals as earlier releases wrote them, each with the pepper of its time. Never edited; a release that stores
 * something else adds another.
 */
class StoredHistoryTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    static Stream<String> releases() throws IOException {
        try (Stream<Path> files = Files.list(HISTORIES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .toList()
                    .stream();
        }
    }

    @Test
    void togetherTheyHaveEveryEvent() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (String release : releases().toList()) {
            history(release).forEach(event -> seen.add(event.getClass()));
        }
        assertEquals(Set.of(UserEvent.class.getPermittedSubclasses()), seen);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itIsWrittenAsItWasRead(String release) throws IOException {
        for (JsonNode line : lines(release)) {
            assertEquals(line.get("data"), JSON.readTree(PinJournal.USER_EVENTS.write(read(line))));
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void itFoldsToTheStateOfThen(String release) throws IOException {
        var state = DeciderTester.given(new UserDecider(), history(release)).state();
        JsonNode then = JSON.readTree(HISTORIES.resolve(release + ".state.json").toFile());
        ObjectNode now = JSON.valueToTree(state);
        Set<String> fields = new HashSet<>();
        then.fieldNames().forEachRemaining(fields::add);
        assertEquals(then, now.retain(fields)); // what a state has learned since then is not in it
    }

    @ParameterizedTest
    @MethodSource("releases")
    @Tag("A6")
    void thePinOfThenIsStillRight(String release) throws IOException {
        Peppers peppers = Peppers.read(Files.readString(HISTORIES.resolve(release + ".pepper.json")), release);
        var answer = DeciderTester.given(new UserDecider(), history(release))
                .when(
                        UserFixture.verify("call-7", "408134"),
                        US.with(PinKeysResource.vault(() -> peppers)).context())
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
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(HISTORIES.resolve(release + ".jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
