package dev.foyer.meeting.contract;

import static dev.foyer.meeting.contract.MeetingFacts.conferenceId;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.meeting.domain.Announcements;
import dev.foyer.meeting.domain.Announcements.EntryExit;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.MeetingEvent;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.TenantRoom;
import dev.foyer.testing.EnvelopeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we publish is what the files say, all of it, and the files are sound. */
class MeetingEventsContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Examples examples = Examples.ours();

    static Stream<MeetingFacts.Case> cases() {
        return MeetingFacts.cases();
    }

    static List<Class<?>> types() {
        return List.of(MeetingEventsV1.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEventBecomesItsExample(MeetingFacts.Case given) {
        List<PublicRecord> published = publisher(given.which()).publish(given.fact());

        assertEquals(1, published.size());
        PublicRecord made = published.getFirst();
        JsonNode example = examples.json(given.type(), given.which());
        assertEquals(example, JSON.valueToTree(made.data()));
        assertEquals("meeting.events", made.topic());
        assertEquals("foyer.meeting." + given.type(), made.type());
        assertEquals(example.path("tenant").textValue(), made.tenant());
        assertEquals(conferenceId(example), made.key());
        assertEquals(conferenceId(example), made.subject());
        assertEquals(List.of(), EnvelopeCheck.problems(made, given.fact().meta()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleIsReadAndWrittenUnchanged(Class<? extends MeetingEventsV1> type) throws IOException {
        for (String which : List.of("full", "minimal")) {
            JsonNode example = examples.json(type.getSimpleName() + ".v1", which);
            assertEquals(example, JSON.valueToTree(JSON.treeToValue(example, type)));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaAcceptsItsExamplesAndDescribesEveryField(Class<? extends MeetingEventsV1> type) {
        String name = type.getSimpleName() + ".v1";
        JsonNode schema = examples.json(name, "schema");
        var compiled = SCHEMAS.getSchema(examples.text(name, "schema"), InputFormat.JSON);

        assertEquals("foyer.meeting." + name, schema.path("title").textValue());
        assertEquals(List.of(), compiled.validate(examples.text(name, "full"), InputFormat.JSON));
        assertEquals(List.of(), compiled.validate(examples.text(name, "minimal"), InputFormat.JSON));
        assertEquals(
                Arrays.stream(type.getRecordComponents())
                        .map(component -> component.getName())
                        .collect(Collectors.toSet()),
                names(schema.path("properties")));
        assertEquals(names(schema.path("properties")), names(examples.json(name, "full")));
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.textValue()));
        assertEquals(required, names(examples.json(name, "minimal")));
        schema.path("properties")
                .properties()
                .forEach(field -> assertTrue(
                        field.getValue().path("description").textValue().length() > 4, field::getKey));
    }

    @Test
    void everyEventAndEveryFileIsTested() throws IOException {
        Set<String> tested =
                cases().map(given -> given.type() + "." + given.which()).collect(Collectors.toSet());
        Set<String> files;
        try (var found = Files.list(examples.folder())) {
            files = found.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(file -> !file.endsWith(".schema"))
                    .filter(file -> !file.startsWith("Webhook")) // WebhookEventsContractTest
                    .filter(file -> !file.startsWith("DeadLetter")) // DeadLettersContractTest
                    .collect(Collectors.toSet());
        }
        tested.addAll(Set.of("CallerRefused.v1.full", "CallerRefused.v1.minimal")); // LegPublisherV1ContractTest
        assertEquals(files, tested);
        assertEquals(2 * types().size(), files.size());
        Set<Class<?>> published = new HashSet<>(Set.of(MeetingEvent.class.getPermittedSubclasses()));
        published.remove(MeetingEvent.MeetingForgotten.class); // concerns our memory alone
        published.remove(MeetingEvent.CallTurnedAway.class); // of a leg that never came
        published.remove(MeetingEvent.ParticipantTold.class); // nobody came or went by it
        assertEquals(
                published, cases().map(given -> given.fact().event().getClass()).collect(Collectors.toSet()));
    }

    /** As if nothing were known of announcements, in which a minimal record differs from all that we write. */
    private static MeetingPublisherV1 publisher(String which) {
        Announcements chosen = which.equals("full") ? new Announcements(EntryExit.TONE_ONLY, false) : null;
        return new MeetingPublisherV1(tenant -> new LobbyRule(Admission.MANUAL, 100, 5, chosen, TenantRoom.UNBOUNDED));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
