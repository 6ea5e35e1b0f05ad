package dev.foyer.meeting.inbound;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.Json;
import dev.foyer.base.events.InboundEvent;
import dev.foyer.base.events.InboundEvent.Cause;
import dev.foyer.base.events.InboundEvent.Envelope;
import dev.foyer.base.events.InboundEvent.Origin;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.eventsourcing.inbound.Reaction;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of tenants' topics, which are ours as their reader: what the schemas refuse is refused, and in words. */
class TenantTopicsContractTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = Json.mapper().build();
    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final Map<String, Reaction> REACTIONS = Map.of(
            "bridge.CallerArrived", arrived(),
            "bridge.CallerLeft", left(),
            "bridge.CallAlive", alive(),
            "organizer.ParticipantJoined", joined(),
            "organizer.ParticipantLeft", gone(),
            "organizer.OrganizerVerified", verified());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    private static Reaction arrived() {
        var reaction = new WhenCallerArrivedThenDialIn();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    private static Reaction left() {
        var reaction = new WhenCallerLeftThenHangUp();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    private static Reaction alive() {
        var reaction = new WhenCallAliveThenNote();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    private static Reaction joined() {
        var reaction = new WhenParticipantJoinedThenJoin();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    private static Reaction gone() {
        var reaction = new WhenParticipantLeftThenLeave();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    private static Reaction verified() {
        var reaction = new WhenOrganizerVouchedForThenStart();
        reaction.validator = VALIDATORS.getValidator();
        return reaction;
    }

    static Stream<String> types() {
        return REACTIONS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaAcceptsItsExamplesAndDescribesEveryField(String type) throws IOException {
        JsonNode schema = JSON.readTree(file(type, "schema"));
        assertEquals("foyer." + type + ".v1", schema.path("title").textValue());
        assertEquals("foyer." + type + ".v1", REACTIONS.get(type).type());
        for (String which : Set.of("full", "minimal")) {
            assertTrue(valid(type, file(type, which)), which);
        }
        assertEquals(names(schema.path("properties")), names(JSON.readTree(file(type, "full"))));
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(field -> required.add(field.textValue()));
        assertEquals(required, names(JSON.readTree(file(type, "minimal"))));
        for (Entry<String, JsonNode> field : schema.path("properties").properties()) {
            assertTrue(field.getValue().path("description").asText().length() > 4, field::getKey);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"in.bridge", "in.organizer"})
    void everyTypeHasItsFilesAndNoFileIsLeftOver(String folder) throws IOException {
        Set<String> expected = types().filter(type -> type.startsWith(folder.substring(3)))
                .flatMap(type -> Stream.of("schema", "full", "minimal")
                        .map(which -> type.substring(type.indexOf('.') + 1) + ".v1." + which + ".json"))
                .collect(toSet());
        try (var files = Files.list(CONTRACTS.resolve(folder))) {
            assertEquals(
                    expected, files.map(file -> file.getFileName().toString()).collect(toSet()));
        }
    }

    /** With a sentence that names the field, and never what is in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bridge.CallerArrived        | {"callId":"call-1"}                                                   | conferenceId must not be null
            bridge.CallerArrived        | {"conferenceId":"471100815"}                                          | callId must not be blank
            bridge.CallerArrived        | {"callId":"call/1","conferenceId":"471100815"}                        | callId
            bridge.CallerArrived        | {"callId":"call-1","conferenceId":"secret"}                           | conferenceId is not the digits
            bridge.CallerArrived        | {"callId":"call-1","conferenceId":"471100815","from":5}               | from has the wrong JSON type
            bridge.CallerLeft           | {"conferenceId":"471100815"}                                          | callId must not be blank
            bridge.CallerLeft           | {"callId":"call-1","conferenceId":"secret"}                           | conferenceId is not the digits
            bridge.CallAlive            | {}                                                                    | callId must not be blank
            organizer.ParticipantJoined | {"conferenceId":"secret","participantId":"p-7"}                       | conferenceId must be a conference ID
            organizer.ParticipantJoined | {"conferenceId":"471100815"}                                          | participantId must not be blank
            organizer.ParticipantLeft   | {"participantId":"p-7"}                                               | conferenceId must not be null
            organizer.OrganizerVerified | {"conferenceId":"471100815","callId":"call-1"}                        | userId must not be blank
            organizer.OrganizerVerified | {"conferenceId":"471100815","userId":"u-17"}                          | callId must not be blank
            organizer.OrganizerVerified | ["471100815"]                                                         | The data are no JSON object
            """)
    void whatTheSchemaRefusesIsRefused(String type, String json, String reason) {
        assertFalse(valid(type, json));
        String said = refused(event(type, "in.contoso.com." + type.replaceFirst("\\..*", ""), json, "471100815"));
        assertTrue(said.contains(reason), said);
        assertTrue(said.endsWith("."), said);
        assertFalse(said.contains("secret"), said);
    }

    /** Only the topic's name says whose record it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"in.contoso.bridge", "in.Contoso.com.bridge", "in..bridge", "in.contoso.com.bridge.bridge2"})
    void aTopicOfNobodyIsRefused(String topic) {
        String said = refused(event("bridge.CallerArrived", topic, file("bridge.CallerArrived", "full"), "call-1"));
        assertTrue(said.contains("write to in.<tenant>.bridge"), said);
    }

    @Test
    void anIdThatIsMadeOfTheCallersNumberIsRefused() {
        String said = refused(event("bridge.CallerArrived", "in.contoso.com.bridge", """
                {"callId":"c-390212345678","conferenceId":"471100815","from":"+39 02 1234 5678"}""", "471100815"));
        assertTrue(said.contains("made of the caller's number"), said);
    }

    private static String refused(InboundEvent event) {
        Reaction reaction = REACTIONS.get(event.type().replace("foyer.", "").replace(".v1", ""));
        return assertThrows(Unacceptable.class, () -> reaction.react(event)).getMessage();
    }

    private static InboundEvent event(String type, String topic, String json, String key) {
        try {
            Instant at = Instant.parse("2026-11-27T10:00:00Z");
            return new InboundEvent(
                    new Envelope("e-1", "/pbx", "foyer." + type + ".v1", null, at, null),
                    Cause.UNSAID,
                    new Origin(topic, 1, 7, key, at),
                    JSON.readTree(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean valid(String type, String json) {
        return SCHEMAS.getSchema(file(type, "schema"), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .isEmpty();
    }

    private static String file(String type, String which) {
        int dot = type.indexOf('.');
        try {
            return Files.readString(CONTRACTS
                    .resolve("in." + type.substring(0, dot))
                    .resolve(type.substring(dot + 1) + ".v1." + which + ".json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).collect(toSet());
    }
}
