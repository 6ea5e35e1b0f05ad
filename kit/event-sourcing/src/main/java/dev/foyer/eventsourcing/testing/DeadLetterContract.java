package dev.foyer.eventsourcing.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.eventsourcing.deadletters.Asked;
import dev.foyer.eventsourcing.deadletters.DeadLetter;
import dev.foyer.eventsourcing.deadletters.DeadLetterAnswer;
import dev.foyer.eventsourcing.deadletters.DeadLetterDecider;
import dev.foyer.eventsourcing.deadletters.DeadLetterEvent;
import dev.foyer.eventsourcing.deadletters.DeadLetterEventsV1;
import dev.foyer.eventsourcing.deadletters.DeadLetterPublisherV1;
import dev.foyer.eventsourcing.deadletters.LetterPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** For tests: what a service publishes of its dead letters is what its files say. The words are the same in all services. */
public final class DeadLetterContract {

    /** What has files in the folder of the service's public events, beside the service's own. */
    public static final Set<Class<?>> TYPES = Set.of(DeadLetterEventsV1.class.getPermittedSubclasses());

    private static final JsonMapper JSON = Json.mapper().build();
    private static final Instant AT = Instant.parse("2026-11-27T13:15:30Z");
    private static final Actor ADMIN = new Actor("admin", "conferencing-admin", null);
    private static final CommandMeta META = new CommandMeta("c-1", "r-1", ADMIN);
    private static final String WHY = "There is no such user; send UserProvisioned first, then this event again.";

    private final Path folder;
    private final String service;
    private final String topic;

    /** @param folder with the files of that topic */
    public DeadLetterContract(Path folder, String service, String topic) {
        this.folder = folder;
        this.service = service;
        this.topic = topic;
    }

    /** Of each type all that it can say and the least that it can say. */
    public void whatIsPublishedIsWhatTheExamplesSay() throws IOException {
        is("DeadLetterReplayed", "full", begun("INC-4711"), new DeadLetterEvent.ReplayEnded(1, WHY, AT));
        is("DeadLetterReplayed", "minimal", begun(null), new DeadLetterEvent.ReplayEnded(1, null, AT));
        var discarded = new DeadLetterEvent.LetterDiscarded(place(), "Written by a test system.", AT);
        is("DeadLetterDiscarded", "full", new DeadLetter.Untouched(), discarded);
        is("DeadLetterDiscarded", "minimal", new DeadLetter.Untouched(), discarded);
    }

    /** All fields in the schema and the full example, and only the required ones in the other. */
    public void schemasHaveEveryField() throws IOException {
        for (Class<?> type : TYPES) {
            JsonNode schema = file(type.getSimpleName(), "schema");
            Set<String> fields = new TreeSet<>();
            Arrays.stream(type.getRecordComponents()).forEach(field -> fields.add(field.getName()));
            assertEquals(fields, names(schema.path("properties")));
            assertEquals(fields, names(file(type.getSimpleName(), "full")));
            Set<String> required = new TreeSet<>();
            schema.path("required").forEach(field -> required.add(field.textValue()));
            assertEquals(required, names(file(type.getSimpleName(), "minimal")));
        }
    }

    private void is(String type, String which, DeadLetter before, DeadLetterEvent event) throws IOException {
        JsonNode example = file(type, which);
        String id = example.path("tenant").textValue() + "/"
                + example.path("deadLetterId").textValue();
        DeadLetter after = new DeadLetterDecider().evolve(before, event);
        List<PublicRecord> made = new DeadLetterPublisherV1(topic, service)
                .publish(new Fact<>(id, before, event, after, new DeadLetterAnswer.Noted(), META, 2));
        assertEquals(1, made.size());
        PublicRecord record = made.getFirst();
        assertEquals(example, JSON.readTree(JSON.writeValueAsBytes(record.data())));
        assertEquals("foyer." + service + "." + type + ".v1", record.type());
        assertEquals(topic, record.topic());
        assertEquals(id, record.key());
        assertEquals(example.path("tenant").textValue(), record.tenant());
    }

    private DeadLetter begun(String reason) throws IOException {
        return new DeadLetter.Replaying(place(), 1, new Asked(ADMIN, "c-1", "r-1", reason), 1, AT.plusSeconds(15));
    }

    private LetterPlace place() {
        try {
            return new LetterPlace(
                    0, 17, file("DeadLetterReplayed", "full").path("topic").textValue(), 1, 4711);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode file(String type, String which) throws IOException {
        return JSON.readTree(folder.resolve(type + ".v1." + which + ".json").toFile());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.properties().forEach(field -> names.add(field.getKey()));
        return names;
    }
}
