package dev.foyer.pin.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.Reactions;
import dev.foyer.pin.contract.UserKey;
import dev.foyer.pin.domain.user.UserCommand.TellOfWaiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** We read what meeting-service says that it writes, as far as it concerns us. */
@Tag("E7")
class MeetingEventsContractTest {

    private static final Path CONTRACT = Path.of(
            System.getProperty("contracts.meeting", "../meeting-service/src/main/resources/contracts"),
            "meeting.events");

    private final Asked asked = new Asked();
    private final WhenOrganizerAlertedThenTellOfWaiting reaction = new WhenOrganizerAlertedThenTellOfWaiting(asked);

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void theOrganizerIsTold(String which) throws IOException {
        ObjectNode data = example(which);
        data.put("addedLater", 1);
        reaction.react(event("e-1", data));
        assertEquals(new UserKey("contoso.com", "u-17"), asked.only().user());
        TellOfWaiting told = (TellOfWaiting) asked.only().command();
        assertEquals("471100815", told.conferenceId());
        assertEquals(Instant.parse("2026-11-22T10:15:30Z"), told.waitingSince());
        assertEquals(2, told.waiting());
        assertEquals(Instant.parse("2026-11-22T10:20:30Z"), told.alertedAt());
        assertEquals("pin-service", asked.only().meta().actor().name());
    }

    /** However often it is read, it is the same mail; another wait is another one. */
    @Test
    void theMailsIdFollowsFromTheEvents() throws IOException {
        for (String id : new String[] {"e-1", "e-1", "e-2"}) {
            reaction.react(event(id, example("full")));
        }
        var ids = asked.questions.stream()
                .map(each -> ((TellOfWaiting) each.command()).notificationId())
                .toList();
        assertEquals(ids.get(0), ids.get(1));
        assertNotEquals(ids.get(0), ids.get(2));
    }

    @Test
    void aMissingFieldIsNamed() throws IOException {
        ObjectNode broken = example("full");
        broken.remove("organizerId");
        String message = assertThrows(Unacceptable.class, () -> reaction.react(event("e-1", broken)))
                .getMessage();
        assertTrue(message.contains("organizerId"), message);
    }

    @Test
    void ofAllTheirEventsThisOneConcernsUs() throws IOException {
        try (var files = Files.list(CONTRACT)) {
            assertEquals(
                    List.of("foyer.meeting.OrganizerAlerted.v1"),
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".schema.json"))
                            .map(file -> "foyer.meeting." + file.replace(".schema.json", ""))
                            .filter(Reactions.of(reaction)::understands)
                            .toList());
        }
    }

    private static ObjectNode example(String which) throws IOException {
        JsonNode read = Json.mapper()
                .build()
                .readTree(CONTRACT.resolve("OrganizerAlerted.v1." + which + ".json")
                        .toFile());
        return (ObjectNode) read;
    }

    private static InboundEvent event(String id, JsonNode data) {
        return new InboundEvent(
                new Envelope(
                        id,
                        "/foyer/meeting-service",
                        "foyer.meeting.OrganizerAlerted.v1",
                        "471100815",
                        Instant.parse("2026-11-22T10:20:30Z"),
                        "contoso.com",
                        4L),
                new Cause("meeting-service", "service", "command-1", "correlation-1"),
                new Origin("meeting.events", 0, 0, null, Instant.parse("2026-11-22T10:20:30Z")),
                data);
    }
}
