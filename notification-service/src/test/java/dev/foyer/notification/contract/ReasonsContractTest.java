package dev.foyer.notification.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.notification.domain.HoldReason;
import dev.foyer.notification.domain.Reasons;
import dev.foyer.notification.domain.SupersedeReason;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the ledger's reasons: others have a sentence for each, so the list is whole. */
@Tag("D6")
class ReasonsContractTest {

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final JsonMapper JSON = Json.mapper().build();

    @Test
    void theListHasEveryWordThatThereIsAndNoOther() throws IOException {
        Set<String> words = Stream.of(
                        Arrays.stream(HoldReason.values()).map(Enum::name),
                        Arrays.stream(SupersedeReason.values()).map(Enum::name),
                        Arrays.stream(Reasons.class.getFields()).map(ReasonsContractTest::valueOf))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        List<String> listed = rows().map(row -> row[0]).toList();
        assertEquals(words, Set.copyOf(listed));
        assertEquals(words.size(), listed.size(), "none twice");
    }

    /** What it can be in an event stands in the schema of the event. */
    @ParameterizedTest
    @CsvSource({
        "NotificationHeld, held",
        "NotificationExpired, held",
        "NotificationRevealed, held",
        "NotificationSuperseded, superseded",
        "NotificationFailed, failed",
        "NotificationAttemptFailed, attempt",
        "NotificationSent, sent"
    })
    void aSchemaNamesTheWordsOfItsEvent(String type, String state) throws IOException {
        String described = JSON.readTree(Files.readString(
                        CONTRACTS.resolve("notification.events").resolve(type + ".v1.schema.json")))
                .at("/properties/reason/description")
                .asText();
        rows().filter(row -> row[1].equals(state))
                .forEach(row -> assertTrue(described.contains(row[0]), type + " does not name " + row[0]));
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(CONTRACTS.resolve("reasons.tsv")).stream().map(line -> line.split("\t"));
    }

    private static String valueOf(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
