package dev.foyer.notification.journal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mailboxes' journals as earlier code wrote them. Never edited; what is stored later gets another. */
class StoredHistoryTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    @ParameterizedTest
    @MethodSource("histories")
    void itIsWrittenAsItWasReadAndFoldsToTheStateOfThen(String name) throws IOException {
        var journal = MailboxJournal.events();
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        for (JsonNode stored : stored(name)) {
            MailEvent event = journal.read(stored.get("type").textValue(), JSON.writeValueAsBytes(stored.get("data")));
            assertEquals(stored.get("data"), JSON.readTree(journal.write(event)));
            mailbox = decider.evolve(mailbox, event);
        }
        assertEquals(
                JSON.readTree(HISTORIES.resolve(name + ".state.json").toFile()),
                JSON.readTree(JSON.writeValueAsBytes(mailbox)));
    }

    @Test
    void theyHaveEveryEvent() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String name : histories().toList()) {
            stored(name).forEach(stored -> seen.add(stored.get("type").textValue()));
        }
        assertEquals(
                Arrays.stream(MailEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(toSet()),
                seen);
    }

    static Stream<String> histories() {
        return Stream.of(
                "2026-11-mailbox",
                "2026-11-revealed",
                "2026-11-notices",
                "2026-11-opened",
                "2026-11-addresses",
                "2026-11-restored");
    }

    private static List<JsonNode> stored(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(HISTORIES.resolve(name + ".jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
