package dev.foyer.blackbox;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.text.TextKind;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The one table of all doors by which a text comes in, {@code text-doors.tsv}: which kind it is there. A new door without a row
 * fails here, and so does a field of another kind than its row says.
 */
@Tag("case-R3")
@Tag("case-R6")
@Tag("case-R7")
@Tag("case-R10")
class TextDoorsTest {

    private static final Path ROOT = Repository.find().root();
    private static final Set<String> KINDS =
            Arrays.stream(TextKind.values()).map(Enum::name).collect(toCollection(TreeSet::new));
    private static final Pattern INPUT = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");

    /** Of which several may come, or that are words of an enum. */
    private static final Set<String> MANY_OR_WORDS = Set.of("id", "action", "types", "paused", "keys");

    /** Of the forms for bulk work, which have them in common: words of enums, who is meant, numbers. */
    private static final Set<String> OF_BULK = Set.of("whom", "list", "perSecond", "users");

    /** Read by {@code SettingForm}, and asked once more as they were given; what a setting may be says pin-service. */
    private static final Set<String> OF_SETTINGS = Set.of(
            "value",
            "standard",
            "seen",
            "sure",
            "number",
            "type",
            "city",
            "country",
            "languages",
            "name",
            "address",
            "{field.key}");

    private final Map<String, String> rows = rows();
    private final Map<String, String> doors = TextDoors.all();

    @Test
    void everyDoorHasARowAndNoRowIsLeftOver() {
        assertEquals(String.join("\n", doors.keySet()), String.join("\n", rows.keySet()));
    }

    @Test
    void everyFieldIsOfTheKindThatItsRowSays() {
        Map<String, String> ofCode = new TreeMap<>(doors);
        ofCode.values().removeIf(String::isEmpty);
        Map<String, String> ofTable = new TreeMap<>(rows);
        ofTable.values().removeIf(kind -> !KINDS.contains(kind));
        assertEquals(ofTable, ofCode);
    }

    /** What has no kind says which rule it has instead. */
    @Test
    void whatHasNoKindSaysWhy() {
        rows.forEach((door, rule) -> assertTrue(KINDS.contains(rule) || rule.split(" ").length > 3, door));
    }

    @Test
    void everyTextOfATopicOfOthersIsAFieldOfARecord() throws IOException {
        Set<String> fields = doors.keySet().stream()
                .filter(door -> door.startsWith("pin-service ") || door.startsWith("meeting-service "))
                .map(door -> door.substring(door.lastIndexOf('.') + 1))
                .collect(toCollection(TreeSet::new));
        List<Path> schemas =
                new ArrayList<>(files("pin-service/src/main/resources/contracts/in.directory", ".schema.json"));
        schemas.addAll(files("meeting-service/src/main/resources/contracts/in.bridge", ".schema.json"));
        schemas.addAll(files("meeting-service/src/main/resources/contracts/in.organizer", ".schema.json"));
        for (Path schema : schemas) {
            for (Map.Entry<String, JsonNode> field : new JsonMapper()
                    .readTree(schema.toFile())
                    .path("properties")
                    .properties()) {
                assertTrue(fields.contains(field.getKey()), schema + " " + field.getKey());
            }
        }
    }

    @Test
    void everyFieldOfAPageIsAParameter() throws IOException {
        Set<String> parameters = doors.keySet().stream()
                .filter(door -> door.startsWith("admin-gateway ") && door.contains("Page"))
                .map(door -> door.replaceFirst(".*[ ?]", ""))
                .collect(toCollection(TreeSet::new));
        parameters.add("mail"); // one of the words of MailChoice
        parameters.add("col"); // words of UserColumn, several
        parameters.add("{field.name}"); // of UserAsk, whose fields are the parameters of the list
        parameters.addAll(MANY_OR_WORDS);
        parameters.addAll(OF_BULK);
        parameters.addAll(OF_SETTINGS);
        for (Path template : files("admin-gateway/src/main/resources/templates", ".html")) {
            Matcher input = INPUT.matcher(Files.readString(template));
            while (input.find()) {
                assertTrue(parameters.contains(input.group(1)), template + " " + input.group(1));
            }
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            List<Path> found =
                    all.filter(one -> one.toString().endsWith(ending)).toList();
            assertTrue(!found.isEmpty(), folder);
            return found;
        }
    }

    private static Map<String, String> rows() {
        try (var table = TextDoorsTest.class.getResourceAsStream("/text-doors.tsv")) {
            return new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(toMap(row -> row[0], row -> row[1], (_, _) -> "twice in the table", TreeMap::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
