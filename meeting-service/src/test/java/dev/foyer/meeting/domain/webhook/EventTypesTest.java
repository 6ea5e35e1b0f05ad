package dev.foyer.meeting.domain.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be chosen is what a tenant finds in its topic, by the contracts of whoever writes there. */
@Tag("H1")
class EventTypesTest {

    private static final Path SERVICES = Path.of("..");
    private static final Set<Path> COPIED = Set.of(
            Path.of("pin-service", "pin.events"),
            Path.of("pin-service", "organizer.verified"),
            Path.of("pin-service", "tenant.settings"),
            Path.of("notification-service", "notification.events"),
            Path.of("meeting-service", "meeting.events"));

    @Test
    void itIsAllThatOthersDescribe() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Path topic : COPIED) {
            Path folder = SERVICES.resolve(topic.getName(0))
                    .resolve("src/main/resources/contracts")
                    .resolve(topic.getName(1));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path schema : files.filter(file -> file.toString().endsWith(".schema.json"))
                        .toList()) {
                    described.add(new JsonMapper()
                            .readTree(schema.toFile())
                            .path("title")
                            .textValue());
                }
            }
        }
        assertEquals(String.join("\n", described), String.join("\n", EventTypes.all()));
    }
}
