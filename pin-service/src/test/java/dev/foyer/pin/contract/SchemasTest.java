package dev.foyer.pin.contract;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import dev.foyer.eventsourcing.testing.DeadLetterContract;
import dev.foyer.pin.contract.PinEventsV1.AddressChanged;
import dev.foyer.pin.contract.PinEventsV1.LockNotice;
import dev.foyer.pin.contract.PinEventsV1.MailNotice;
import dev.foyer.pin.contract.PinEventsV1.OrganizerVerified;
import dev.foyer.pin.contract.PinEventsV1.PinDelivery;
import dev.foyer.pin.contract.PinEventsV1.PinUnlocked;
import dev.foyer.pin.contract.PinEventsV1.TenantSettingsChanged;
import dev.foyer.pin.contract.PinEventsV1.UserDeparted;
import dev.foyer.pin.contract.PinEventsV1.WaitingNotice;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public event has its files, and the files are sound. */
class SchemasTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Set<Class<?>> ONLY_DELIVERED = Set.of(
            PinDelivery.class,
            MailNotice.class,
            LockNotice.class,
            WaitingNotice.class,
            AddressChanged.class,
            UserDeparted.class);

    /** One type in one topic. */
    record Contract(String topic, Class<? extends PinEventsV1> type) {

        JsonNode json(String which) {
            return new Examples(topic).json(type.getSimpleName(), which);
        }

        String text(String which) {
            return new Examples(topic).text(type.getSimpleName(), which);
        }
    }

    static Stream<Contract> contracts() {
        return Stream.of(PinEventsV1.class.getPermittedSubclasses())
                .map(type -> type.asSubclass(PinEventsV1.class))
                .flatMap(type -> topics(type).stream().map(topic -> new Contract(topic, type)));
    }

    private static List<String> topics(Class<?> type) {
        if (type == PinUnlocked.class) {
            return List.of("pin.events", "pin.deliveries");
        }
        if (ONLY_DELIVERED.contains(type)) {
            return List.of("pin.deliveries");
        }
        if (type == TenantSettingsChanged.class) {
            return List.of("tenant.settings", "pin.events");
        }
        return type == OrganizerVerified.class ? List.of("pin.events", "organizer.verified") : List.of("pin.events");
    }

    @Test
    void everyTypeHasItsFilesAndNoFileIsLeftOver() {
        Set<String> expected = contracts()
                .flatMap(each -> Stream.of("schema", "full", "minimal")
                        .map(which -> each.topic() + "/" + each.type().getSimpleName() + ".v1." + which + ".json"))
                .collect(toSet());
        DeadLetterContract.TYPES.forEach(type -> List.of("schema", "full", "minimal") // DeadLettersContractTest
                .forEach(which -> expected.add("pin.events/" + type.getSimpleName() + ".v1." + which + ".json")));
        Set<String> files = Examples.topics().stream()
                .filter(topic -> !topic.startsWith("in.")) // what we read: DirectoryContractTest
                .flatMap(topic -> new Examples(topic).files().stream().map(name -> topic + "/" + name))
                .collect(toSet());
        assertEquals(expected, files);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaAcceptsItsExamplesAndNothingWithAFieldMissing(Contract contract) {
        var schema = SCHEMAS.getSchema(contract.text("schema"), InputFormat.JSON);
        assertEquals(List.of(), schema.validate(contract.text("full"), InputFormat.JSON));
        assertEquals(List.of(), schema.validate(contract.text("minimal"), InputFormat.JSON));
        assertFalse(schema.validate("{\"tenant\":\"contoso.com\"}", InputFormat.JSON)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaHasEveryFieldOfTheRecordAndTheExamplesHaveAllOrOnlyTheRequired(Contract contract) {
        JsonNode schema = contract.json("schema");
        assertEquals(
                "foyer.pin." + contract.type().getSimpleName() + ".v1",
                schema.path("title").textValue());
        Set<String> fields = fields(contract.type()).collect(toSet());
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(field -> required.add(field.textValue()));
        assertEquals(fields, names(schema.path("properties")));
        assertEquals(fields, names(contract.json("full")));
        assertEquals(required, names(contract.json("minimal")));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyFieldIsDescribed(Contract contract) {
        assertTrue(contract.json("schema").path("description").asText().length() > 10);
        described(contract.json("schema"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void anExampleIsReadAndWrittenUnchanged(Contract contract) throws IOException {
        for (String which : List.of("full", "minimal")) {
            JsonNode example = contract.json(which);
            assertEquals(example, JSON.readTree(JSON.writeValueAsBytes(JSON.treeToValue(example, contract.type()))));
        }
    }

    /** Of the JSON object: those of our groups stand beside the others. */
    private static Stream<String> fields(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(each -> each.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(each.getType())
                        : Stream.of(each.getName()));
    }

    private static void described(JsonNode schema) {
        for (Entry<String, JsonNode> field : schema.path("properties").properties()) {
            assertTrue(field.getValue().path("description").asText().length() > 4, field::getKey);
            described(field.getValue());
            described(field.getValue().path("items"));
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).collect(toSet());
    }
}
