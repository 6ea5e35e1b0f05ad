package dev.foyer.meeting.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.base.Json;
import dev.foyer.base.events.PublicRecord;
import dev.foyer.eventsourcing.Publisher.Fact;
import dev.foyer.meeting.domain.webhook.Webhook;
import dev.foyer.meeting.domain.webhook.WebhookAnswer.WebhookNoted;
import dev.foyer.meeting.domain.webhook.WebhookEvent;
import dev.foyer.meeting.domain.webhook.Webhooks;
import dev.foyer.testing.EnvelopeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we publish of webhooks is what the files say, all of it, without secrets. */
@Tag("H1")
class WebhookEventsContractTest {

    private static final JsonMapper JSON = Json.mapper().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final String ID = "wh_0J3kM8eQx2T5v7yRb1cWfA";
    private static final String URL = "https://hooks.example.com/foyer";
    private static final String WITH_QUERY = URL + "?key=s3cret";
    private static final List<String> TYPES =
            List.of("foyer.meeting.CallerAdmitted.v1", "foyer.meeting.MeetingEnded.v1");
    private static final CommandMeta META =
            new CommandMeta("command-1", "correlation-1", new Actor("admin", "conferencing-admin", null));

    private final Examples examples = Examples.ours();

    record Case(String type, String which, WebhookEvent event) {}

    static Stream<Case> cases() {
        return Stream.of(
                        new Case("WebhookAdded", "full", added("Bridge in Milan")),
                        new Case("WebhookAdded", "minimal", added(null)),
                        new Case("WebhookChanged", "full", changed("Bridge in Milan")),
                        new Case("WebhookChanged", "minimal", changed(null)),
                        both(
                                "WebhookSecretRotated",
                                new WebhookEvent.WebhookSecretRotated(
                                        ID, "sealed", Instant.parse("2026-11-23T10:15:30Z"), AT)),
                        both("WebhookDisabled", new WebhookEvent.WebhookDisabled(ID, Webhook.DisabledFor.GONE, AT)),
                        both("WebhookRemoved", new WebhookEvent.WebhookRemoved(ID, AT)))
                .flatMap(one -> one.which() == null
                        ? Stream.of(
                                new Case(one.type(), "full", one.event()), new Case(one.type(), "minimal", one.event()))
                        : Stream.of(one));
    }

    private static Case both(String type, WebhookEvent event) {
        return new Case(type, null, event);
    }

    private static WebhookEvent added(String description) {
        return new WebhookEvent.WebhookAdded(ID, WITH_QUERY, TYPES, description, "sealed", AT, null);
    }

    private static WebhookEvent changed(String description) {
        return new WebhookEvent.WebhookChanged(
                ID, WITH_QUERY, TYPES, description, Webhook.Status.PAUSED, AT, null, null);
    }

    static List<Class<?>> types() {
        return List.of(WebhookEventsV1.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEventBecomesItsExample(Case given) {
        PublicRecord made = publish(given.event()).getFirst();
        JsonNode example = examples.json(given.type() + ".v1", given.which());
        assertEquals(example, JSON.valueToTree(made.data()));
        assertEquals("meeting.events", made.topic());
        assertEquals("foyer.meeting." + given.type() + ".v1", made.type());
        assertEquals("contoso.com/" + ID, made.key());
        assertEquals("contoso.com/" + ID, made.subject());
        assertEquals("contoso.com", made.tenant());
        assertEquals(List.of(), EnvelopeCheck.problems(made, META));
        String text = JSON.valueToTree(made.data()).toString();
        assertFalse(text.contains("s3cret") || text.contains("sealed"), text);
    }

    @Test
    void howItFaresIsNobodysNews() {
        assertEquals(List.of(), publish(new WebhookEvent.WebhookBeganToFail(ID, AT)));
        assertEquals(List.of(), publish(new WebhookEvent.WebhookWorksAgain(ID, AT)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaAcceptsItsExamplesAndDescribesEveryField(Class<? extends WebhookEventsV1> type) throws IOException {
        String name = type.getSimpleName() + ".v1";
        JsonNode schema = examples.json(name, "schema");
        var compiled = SCHEMAS.getSchema(examples.text(name, "schema"), InputFormat.JSON);
        assertEquals("foyer.meeting." + name, schema.path("title").textValue());
        for (String which : List.of("full", "minimal")) {
            assertEquals(List.of(), compiled.validate(examples.text(name, which), InputFormat.JSON));
            JsonNode example = examples.json(name, which);
            assertEquals(example, JSON.valueToTree(JSON.treeToValue(example, type)));
        }
        Set<String> fields = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        assertEquals(fields, names(schema.path("properties")));
        assertEquals(fields, names(examples.json(name, "full")));
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
                cases().map(given -> given.type() + ".v1." + given.which()).collect(Collectors.toSet());
        try (var found = Files.list(examples.folder())) {
            assertEquals(
                    found.map(file -> file.getFileName().toString().replace(".json", ""))
                            .filter(file -> file.startsWith("Webhook") && !file.endsWith(".schema"))
                            .collect(Collectors.toSet()),
                    tested);
        }
        assertEquals(2 * types().size(), tested.size());
    }

    private static List<PublicRecord> publish(WebhookEvent event) {
        return new WebhookPublisherV1()
                .publish(new Fact<>("contoso.com", Webhooks.NONE, event, Webhooks.NONE, new WebhookNoted(ID), META, 1));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
