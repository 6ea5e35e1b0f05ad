package dev.foyer.eventsourcing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.AggregateType;
import dev.foyer.eventsourcing.StoredFormat;
import dev.foyer.eventsourcing.internal.runtime.JournalFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * For tests: what a service stored in each format that ever was is read by today's program, and what today's program stores is what
 * its format says. A format's folder has {@code journal.jsonl} (as {@code kcat -J} prints it), {@code states.jsonl} and
 * {@code vocabulary.txt}; {@code docs/design/formats.md} says how to make one.
 */
public final class StoredFormatCheck {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path WRITTEN = Path.of("target", "formats");

    private final Path folder;
    private final int current;
    private final List<AggregateType<?, ?, ?, ?, ?, ?>> types;

    /** @param folder one subfolder for each format */
    public StoredFormatCheck(Path folder, int current, List<AggregateType<?, ?, ?, ?, ?, ?>> types) {
        this.folder = folder;
        this.current = current;
        this.types = types;
    }

    /** Of all formats that ever were. */
    public IntStream formats() {
        return IntStream.rangeClosed(StoredFormat.FIRST, current);
    }

    /** Each aggregate has at least what it had then; what states have learned since then is not in the file. */
    public void foldsToTheStatesOfThen(int format) throws IOException {
        JournalFold fold = new JournalFold(new StoredFormat(current, "test"), types);
        for (String line : Files.readAllLines(folder.resolve(format + "/journal.jsonl"))) {
            fold.add(record(JSON.readTree(line)));
        }
        SortedMap<String, String> now = fold.states();
        Path file = folder.resolve(format + "/states.jsonl");
        if (!Files.exists(file)) {
            fail("Look at what was written to " + written(format, "states.jsonl", lines(now)) + " and put it into "
                    + file);
        }
        for (String line : Files.readAllLines(file)) {
            JsonNode then = JSON.readTree(line);
            String key = then.get("key").asText();
            JsonNode state = then.get("state");
            String today = now.remove(key);
            if (today != null) {
                assertTrue(holds(state, JSON.readTree(today)), () -> key + " is " + today + ", and was " + state);
            } else {
                assertTrue(fold.isOver(key, state.toString()), () -> key + " is forgotten, and was " + state);
            }
        }
        assertEquals(Map.of(), now, "Nobody knew of these then");
    }

    /** A change of what is stored is a new format: an older program could not read it, or would read something else. */
    public void vocabularyIsThatOfTheFormat() throws IOException {
        String now = Vocabulary.of(types);
        Path file = folder.resolve(current + "/vocabulary.txt");
        String then = Files.exists(file) ? Files.readString(file) : "";
        if (!now.equals(then)) {
            assertEquals(
                    then,
                    now,
                    "What is stored has changed. Raise the format and make a set for it as docs/design/formats.md says; its vocabulary is in "
                            + written(current, "vocabulary.txt", now));
        }
    }

    /**
     * What instances of two versions have to agree on stands in that file, where {@code ./foyer upgrade-check} finds it: the journal's
     * format, and for each kind of aggregate what instances tell each other. What snapshots are made of is there to say what an upgrade
     * costs. With {@code -Dcompatibility.update} the file is written.
     */
    public void compatibilityStandsIn(Path file) throws IOException {
        StringBuilder sheet = new StringBuilder(
                "# Made by StoredFormatsTest with -Dcompatibility.update; read by ./foyer upgrade-check.\n");
        sheet.append("journal=").append(current).append('\n');
        types.stream()
                .sorted(Comparator.comparing(AggregateType::name))
                .forEach(type -> sheet.append("exchange.")
                        .append(type.name())
                        .append('=')
                        .append(type.wire().exchange())
                        .append("\nstates.")
                        .append(type.name())
                        .append('=')
                        .append(type.wire().states().fingerprint())
                        .append('-')
                        .append(type.wire().generation())
                        .append('\n'));
        if (System.getProperty("compatibility.update") != null) {
            Files.writeString(file, sheet);
        }
        assertEquals(
                Files.exists(file) ? Files.readString(file) : "",
                sheet.toString(),
                "What instances of this service tell each other, or their snapshots, has changed: run this test with"
                        + " -Dcompatibility.update and commit the file");
    }

    private static Path written(int format, String name, String content) throws IOException {
        Path file = WRITTEN.resolve(format + "/" + name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String lines(Map<String, String> states) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> each : states.entrySet()) {
            lines.append(JSON.writeValueAsString(
                            new TreeMap<>(Map.of("key", each.getKey(), "state", JSON.readTree(each.getValue())))))
                    .append('\n');
        }
        return lines.toString();
    }

    /** Objects may have learned fields; all else is equal. */
    private static boolean holds(JsonNode then, JsonNode now) {
        if (!then.isObject() || !now.isObject()) {
            return then.equals(now);
        }
        return then.properties().stream()
                .allMatch(field -> now.has(field.getKey())
                        ? holds(field.getValue(), now.get(field.getKey()))
                        : field.getValue().isNull());
    }

    private static ConsumerRecord<byte[], byte[]> record(JsonNode read) {
        RecordHeaders headers = new RecordHeaders();
        JsonNode written = read.get("headers");
        for (int i = 0; i < written.size(); i += 2) {
            headers.add(written.get(i).asText(), written.get(i + 1).asText().getBytes(UTF_8));
        }
        byte[] key = read.get("key").asText().getBytes(UTF_8);
        byte[] value = read.get("payload").asText().getBytes(UTF_8);
        return new ConsumerRecord<>(
                read.get("topic").asText(),
                read.get("partition").asInt(),
                read.get("offset").asLong(),
                read.get("ts").asLong(),
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                headers,
                Optional.empty());
    }
}
