package dev.foyer.notification.journal;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.eventsourcing.Json;
import dev.foyer.notification.domain.MailEvent;
import dev.foyer.notification.domain.Mailbox;
import dev.foyer.notification.domain.MailboxDecider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mailbox's journal as this code's first version wrote it. Never edited; what is stored later gets another. */
class StoredHistoryTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    @Test
    void itIsWrittenAsItWasReadFoldsToTheStateOfThenAndHasEveryEvent() throws IOException {
        var journal = MailboxJournal.events();
        MailboxDecider decider = new MailboxDecider();
        Mailbox mailbox = decider.initial();
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(HISTORIES.resolve("2026-11-mailbox.jsonl"))) {
            JsonNode stored = JSON.readTree(line);
            String type = stored.get("type").textValue();
            MailEvent event = journal.read(type, JSON.writeValueAsBytes(stored.get("data")));
            assertEquals(stored.get("data"), JSON.readTree(journal.write(event)));
            mailbox = decider.evolve(mailbox, event);
            seen.add(type);
        }
        assertEquals(
                JSON.readTree(HISTORIES.resolve("2026-11-mailbox.state.json").toFile()),
                JSON.readTree(JSON.writeValueAsBytes(mailbox)));
        assertEquals(
                Arrays.stream(MailEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(toSet()),
                seen);
    }
}
