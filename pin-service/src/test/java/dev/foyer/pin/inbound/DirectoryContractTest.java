package dev.foyer.pin.inbound;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.foyer.base.events.Unacceptable;
import dev.foyer.pin.domain.user.MailOptions;
import dev.foyer.pin.domain.user.Profile;
import dev.foyer.pin.domain.user.ProfileChange;
import dev.foyer.pin.domain.user.ProfileChange.Field;
import dev.foyer.pin.domain.user.UserCommand;
import dev.foyer.pin.domain.user.UserCommand.ChangeUser;
import dev.foyer.pin.domain.user.UserCommand.DisableConferencing;
import dev.foyer.pin.domain.user.UserCommand.EnableConferencing;
import dev.foyer.pin.domain.user.UserCommand.ProvisionUser;
import dev.foyer.pin.domain.user.UserCommand.RemoveUser;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of a tenant's directory topic, which is ours as its reader: the files are sound, and we do what they say. */
class DirectoryContractTest {

    /** What SCIM says is nothing that a topic speaks of. */
    private static final Set<Field> EVERY_FIELD = EnumSet.complementOf(EnumSet.of(Field.SCIM));

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Profile AMOS = new Profile(
            "amos.marble@contoso.com",
            "Amos Marble",
            "amos.marble@contoso.com",
            "en-GB",
            List.of("+441632960123", "+441632960124"));
    private static final Profile NOTHING = new Profile(null, null, null, null, null);
    private static final EnableConferencing ENABLE =
            new EnableConferencing(null, null, null, null, MailOptions.BY_TENANT, false);

    private final Asked asked = new Asked();
    private final DirectoryReactions directory = asked.directory(VALIDATORS.getValidator());

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                arguments("UserProvisioned", "full", new ProvisionUser(AMOS)),
                arguments(
                        "UserProvisioned",
                        "minimal",
                        new ProvisionUser(new Profile("amos.marble@contoso.com", "Amos Marble", null, null, null))),
                arguments("UserChanged", "full", new ChangeUser(new ProfileChange(AMOS, EVERY_FIELD))),
                arguments("UserChanged", "minimal", new ChangeUser(new ProfileChange(NOTHING, Set.of()))),
                arguments(
                        "UserChanged",
                        "cleared",
                        new ChangeUser(new ProfileChange(
                                NOTHING,
                                Set.of(Field.PRIMARY_SMTP_ADDRESS, Field.PREFERRED_LANGUAGE, Field.PHONE_NUMBERS)))),
                arguments("UserRemoved", "full", new RemoveUser()),
                arguments("UserRemoved", "minimal", new RemoveUser()),
                arguments("LicenseAssigned", "full", ENABLE),
                arguments("LicenseAssigned", "minimal", ENABLE),
                arguments("LicenseRemoved", "full", new DisableConferencing()),
                arguments("LicenseRemoved", "minimal", new DisableConferencing()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAcceptedByItsSchemaAndMeansItsCommand(String type, String which, UserCommand meant) {
        DirectoryRecords example = DirectoryRecords.ofExample(type, which);
        assertEquals(List.of(), schema(type).validate(example.json(), InputFormat.JSON));
        directory.handle(example.event());
        assertEquals("contoso.com/u-17", asked.only().user().toString());
        assertEquals(meant, asked.only().command());
    }

    @Test
    void everyTypeHasItsFilesAndNoFileIsLeftOver() throws IOException {
        Set<String> expected = Stream.concat(
                        examples().map(Arguments::get).map(example -> example[0] + ".v1." + example[1] + ".json"),
                        types().map(type -> type + ".v1.schema.json"))
                .collect(toSet());
        try (var files = Files.list(Path.of("src/main/resources/contracts/in.directory"))) {
            assertEquals(
                    expected, files.map(file -> file.getFileName().toString()).collect(toSet()));
        }
        types().forEach(type -> assertTrue(directory.understands("foyer.directory." + type + ".v1"), type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsDescribedAndTheFullExampleHasThemAll(String type) throws IOException {
        JsonNode schema = new JsonMapper().readTree(DirectoryRecords.file(type, "schema"));
        assertEquals("foyer.directory." + type + ".v1", schema.path("title").textValue());
        for (Entry<String, JsonNode> field : schema.path("properties").properties()) {
            assertTrue(field.getValue().path("description").asText().length() > 4, field::getKey);
        }
        assertEquals(
                names(schema.path("properties")),
                names(new JsonMapper().readTree(DirectoryRecords.file(type, "full"))));
    }

    @ParameterizedTest
    @MethodSource("types")
    void unknownFieldsAreIgnored(String type) {
        String more = DirectoryRecords.file(type, "minimal").replaceFirst("\\{", "{\"favouriteColour\":{\"r\":1},");
        directory.handle(DirectoryRecords.of(type, more).event());
        assertEquals(1, asked.questions.size());
    }

    /** What the schema refuses is refused, with a sentence that names the field and never what is in it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UserProvisioned | {"userId":"u-17","displayName":"Amos"}                                       | userPrincipalName must not be blank
            UserProvisioned | {"userId":"u-17","userPrincipalName":"a","displayName":" "}                  | displayName must not be blank
            UserProvisioned | {"userId":"u-17","userPrincipalName":"a","displayName":5}                    | displayName has the wrong JSON type
            UserProvisioned | {"userId":"u-17","userPrincipalName":"a","displayName":"A","phoneNumbers":1} | phoneNumbers has the wrong JSON type
            UserChanged     | {"userId":"u-17","displayName":null}                                         | No user can be without displayName
            UserChanged     | {"userId":"u-17","userPrincipalName":""}                                     | userPrincipalName must not be blank
            UserRemoved     | {}                                                                           | userId must not be null
            LicenseAssigned | {"userId":"u 17"}                                                            | userId must be a user id
            LicenseAssigned | {"userId":"u-17","changedBy":""}                                             | changedBy must be a user id
            LicenseRemoved  | ["u-17"]                                                                     | The data are no JSON object
            """)
    void whatTheSchemaRefusesIsRefused(String type, String json, String reason) {
        assertFalse(schema(type).validate(json, InputFormat.JSON).isEmpty());
        DirectoryRecords record = DirectoryRecords.of(type, json);
        String message = assertThrows(Unacceptable.class, () -> directory.handle(record.event()))
                .getMessage();
        assertTrue(message.contains(reason), message);
        assertTrue(message.endsWith("."), message);
        assertEquals(List.of(), asked.questions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"u-17\",\"primarySmtpAddress\":\"nobody\"}",
                "{\"userId\":\"u-17\",\"phoneNumbers\":[\"secret\"]}"
            })
    void whatNoSchemaCanTellIsRefusedToo(String json) {
        DirectoryRecords record = DirectoryRecords.of("UserChanged", json);
        String message = assertThrows(Unacceptable.class, () -> directory.handle(record.event()))
                .getMessage();
        assertFalse(message.contains("nobody") || message.contains("secret"), message);
    }

    private static Stream<String> types() {
        return examples().map(example -> (String) example.get()[0]).distinct();
    }

    private static Schema schema(String type) {
        return SCHEMAS.getSchema(DirectoryRecords.file(type, "schema"), InputFormat.JSON);
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).collect(toSet());
    }
}
