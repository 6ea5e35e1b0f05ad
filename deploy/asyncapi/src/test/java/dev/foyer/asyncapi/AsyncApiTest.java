package dev.foyer.asyncapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document is made of the files that it describes, and keeps the rules of AsyncAPI 3.0. */
@Tag("F")
class AsyncApiTest {

    private static final Repository REPOSITORY = Repository.find();
    private static final ObjectNode DOCUMENT = AsyncApi.of(REPOSITORY).document();

    @TempDir
    Path checkout;

    @Test
    void theCommittedFileIsTheOneThatTheContractsMake() throws IOException {
        assertEquals(
                AsyncApiFile.text(DOCUMENT),
                Files.readString(AsyncApiFile.of(REPOSITORY)),
                "docs/asyncapi.yaml is not what the contract files and deploy/topics.yaml say: run ./foyer asyncapi and"
                        + " commit the file.");
    }

    @Test
    void whatIsReadBackFromTheFileIsTheDocument() throws IOException {
        assertEquals(DOCUMENT.toString(), Described.committed().document().toString());
    }

    @Test
    void theOfficialSchemaAcceptsIt() throws IOException {
        assertEquals(List.of(), official().problems(DOCUMENT));
    }

    @Test
    void theOfficialSchemaRefusesABrokenOne() throws IOException {
        SchemaCheck official = official();
        for (Consumer<ObjectNode> damage : List.<Consumer<ObjectNode>>of(
                document -> document.remove("info"),
                document -> document.put("asyncapi", "2.6.0"),
                document -> document.put("whatever", 1),
                document -> ((ObjectNode) document.at("/operations").iterator().next()).put("action", "shout"),
                document -> ((ObjectNode) document.at("/channels").iterator().next()).put("address", 1))) {
            ObjectNode broken = DOCUMENT.deepCopy();
            damage.accept(broken);
            assertFalse(official.problems(broken).isEmpty());
        }
    }

    @Test
    void everyExampleKeepsTheSchemasOfItsEnvelopeAndItsPayload() throws IOException {
        Described described = Described.committed();
        int examples = 0;
        for (var channel : DOCUMENT.path("channels").properties()) {
            for (JsonNode reference : channel.getValue().path("messages")) {
                JsonNode message = DOCUMENT.at(reference.path("$ref").asText().substring(1));
                for (JsonNode example : message.path("examples")) {
                    assertEquals(
                            List.of(),
                            described.problems(channel.getKey(), example.path("headers"), example.path("payload")));
                    examples++;
                }
            }
        }
        assertTrue(examples > 0);
    }

    @Test
    void everyPublicTopicIsInItAndNoJournalIs() {
        List<String> described = DOCUMENT.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asText())
                .toList();
        TopicList.read(REPOSITORY.topics()).topics().forEach(topic -> {
            if (topic.readers().contains(TopicList.OPERATORS) && !topic.name().endsWith(".dead-letters")) {
                assertTrue(described.contains(topic.name()), topic.name() + " has no contracts");
            }
            if (topic.name().endsWith(".journal") || topic.name().endsWith(".snapshots")) {
                assertFalse(described.contains(topic.name()), topic.name());
            }
        });
    }

    @Test
    void sealedPinsAreMarkedAsOurOwn() {
        assertEquals(
                "internal",
                DOCUMENT.at("/channels/pin.deliveries/tags/0/name").asText(),
                "Who integrates with us must see that this topic is not for them");
    }

    @Test
    void aNewFolderOfContractsAppearsByItself() throws IOException {
        copyOfTheFiles();
        folder("in.weather", "RainAnnounced.v1");
        JsonNode document = AsyncApi.of(new Repository(checkout)).document();
        assertEquals(
                "in.{tenant}.weather",
                document.at("/channels/in.weather/address").asText());
        assertEquals(
                "receive",
                document.at("/operations/pin-service.receive.in.weather/action").asText());
        assertEquals(
                "foyer.RainAnnounced.v1",
                document.at("/components/messages/in.weather.RainAnnounced.v1/name")
                        .asText());
        assertFalse(document.toString().equals(DOCUMENT.toString()));
    }

    @Test
    void contractsForATopicThatNobodyDeclaredAreRefused() throws IOException {
        copyOfTheFiles();
        folder("weather.events", "RainFell.v1");
        CannotRun refused = assertThrows(CannotRun.class, () -> AsyncApi.of(new Repository(checkout)));
        assertTrue(refused.getMessage().contains("weather.events, which deploy/topics.yaml does not have"));
    }

    @Test
    void aWordThatAsyncApiWouldIgnoreIsRefused() throws IOException {
        copyOfTheFiles();
        Path folder = folder("in.weather", "RainAnnounced.v1");
        Files.writeString(folder.resolve("RainAnnounced.v1.schema.json"), "{\"$id\": \"urn:rain\", \"$defs\": {}}");
        CannotRun refused = assertThrows(
                CannotRun.class, () -> AsyncApi.of(new Repository(checkout)).document());
        assertTrue(refused.getMessage().startsWith("The schema urn:rain uses $defs"), refused.getMessage());
    }

    private void copyOfTheFiles() throws IOException {
        Path root = REPOSITORY.root();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().contains("src/main/resources/contracts/")
                            || each.endsWith("deploy/topics.yaml")
                            || each.endsWith("pin-service/pom.xml"))
                    .toList()) {
                Path copy = checkout.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Path folder(String topic, String name) throws IOException {
        Path folder = checkout.resolve("pin-service/src/main/resources/contracts/" + topic);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".schema.json"), "{\"title\": \"foyer." + name + "\"}");
        Files.writeString(folder.resolve(name + ".full.json"), "{}");
        Files.writeString(folder.resolve(name + ".minimal.json"), "{}");
        return folder;
    }

    private static SchemaCheck official() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json")) {
            return new SchemaCheck(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
