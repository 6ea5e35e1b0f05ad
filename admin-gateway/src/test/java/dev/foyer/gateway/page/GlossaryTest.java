package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are told in words of theirs: each event that there is, in each language. */
class GlossaryTest {

    private static final List<String> SERVICES = List.of("pin", "notification", "meeting");

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void everyPublicEventHasAWord(String language) throws IOException {
        Set<String> events = new TreeSet<>();
        for (String service : SERVICES) {
            Path contracts = Path.of("../" + service + "-service/src/main/resources/contracts/" + service + ".events");
            try (Stream<Path> files = Files.list(contracts)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".schema.json"))
                        .forEach(name -> events.add(service + "." + name.substring(0, name.indexOf('.'))));
            }
        }
        assertTrue(events.size() > 50, events::toString);
        Glossary words = Glossary.of("events", language);
        assertEquals(
                Set.of(),
                events.stream().filter(event -> words.find(event).isEmpty()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "fields", "settings"})
    void bothLanguagesHaveTheSameWords(String name) {
        assertEquals(
                new TreeSet<>(Glossary.of(name, "en").keys()),
                new TreeSet<>(Glossary.of(name, "it").keys()));
    }

    @Test
    void whatHasNoWordIsSaidAsTheApiDoesInALanguageThatThereIs() {
        assertEquals("Something new happened", Glossary.of("events", "fr").word("somethingNewHappened"));
        assertEquals("PIN reset", EventRow.title("PinReset", Glossary.of("events", "fr")));
    }
}
