package dev.foyer.gateway.callers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.base.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every telephone number in an example of a topic that is copied to tenants is either one that the tenant gave itself or is
 * known to {@link CallerMask}: a new event with a caller's number is not forgotten.
 */
class CallersInContractsTest {

    /** Of the directory and of the settings. */
    private static final Set<String> THE_TENANTS_OWN = Set.of(
            "phoneNumbers",
            "number",
            "serviceNumber",
            "tollFreeServiceNumber",
            "defaultServiceNumber",
            "defaultTollFreeNumber");

    private static final Map<String, String> PRODUCERS = Map.of(
            "pin.events",
            "pin",
            "tenant.settings",
            "pin",
            "notification.events",
            "notification",
            "meeting.events",
            "meeting");

    @Test
    void noNumberIsForgotten() throws IOException {
        Set<String> callers = new TreeSet<>();
        for (Map.Entry<String, String> topic : PRODUCERS.entrySet()) {
            for (Path example : examples(topic.getValue(), topic.getKey())) {
                String name = example.getFileName().toString();
                String event = topic.getValue() + "." + name.substring(0, name.indexOf('.'));
                collect(event, "", Json.mapper().build().readTree(example.toFile()), callers);
            }
        }
        // A number of the tenant that changed; from and to are not the caller's there.
        callers.removeAll(List.of("pin.DefaultNumberChanged from", "pin.DefaultNumberChanged to"));
        assertEquals(
                Set.of(
                        "meeting.CallerAdmitted from",
                        "meeting.CallersAdmitted from",
                        "meeting.CallerRefused from",
                        "meeting.CallerWaiting from",
                        "pin.ConferenceIdScanSuspected caller"),
                callers);
        callers.forEach(one -> assertTrue(CallerMask.concerns(one.substring(0, one.indexOf(' ')))));
    }

    private static void collect(String event, String field, JsonNode value, Set<String> found) {
        if (value.isTextual() && value.asText().matches("\\+[0-9]{6,}") && !THE_TENANTS_OWN.contains(field)) {
            found.add(event + " " + field);
        }
        value.properties().forEach(one -> collect(event, one.getKey(), one.getValue(), found));
        if (value.isArray()) {
            value.forEach(one -> collect(event, field, one, found));
        }
    }

    private static List<Path> examples(String producer, String topic) throws IOException {
        Path contracts = Path.of(System.getProperty(
                "contracts." + producer, "../" + producer + "-service/src/main/resources/contracts"));
        try (Stream<Path> files = Files.list(contracts.resolve(topic))) {
            return files.filter(file -> file.toString().matches(".*\\.v[0-9]+\\.[a-z]+\\.json"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .toList();
        }
    }
}
