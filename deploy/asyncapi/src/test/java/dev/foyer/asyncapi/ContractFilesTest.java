package dev.foyer.asyncapi;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the contract files of every service and every topic, also of those to come. */
@Tag("F")
class ContractFilesTest {

    private static final Path ROOT = Repository.find().root();

    static Stream<Contract> contracts() {
        return new ContractFiles(ROOT).byFolder().values().stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaSaysItsNameAndEveryFieldWhatItMeans(Contract contract) {
        assertTrue(contract.type().endsWith("." + contract.name()), contract.type());
        assertEquals(
                "urn:foyer:" + contract.folder() + ":" + contract.name(),
                contract.schema().path("$id").asText());
        assertTrue(contract.schema().path("description").asText().length() > 10, contract.id());
        described(contract.id(), contract.schema());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void oneExampleHasEveryFieldAndOneOnlyTheRequired(Contract contract) {
        Set<String> required = new HashSet<>();
        contract.schema().path("required").forEach(field -> required.add(field.asText()));
        assertEquals(
                names(contract.schema().path("properties")),
                names(contract.examples().get("full")),
                contract.id() + ".full.json");
        assertEquals(required, names(contract.examples().get("minimal")), contract.id() + ".minimal.json");
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        for (Entry<String, List<Contract>> folder :
                new ContractFiles(ROOT).byFolder().entrySet()) {
            Set<String> expected = folder.getValue().stream()
                    .flatMap(contract -> Stream.concat(Stream.of("schema"), contract.examples().keySet().stream())
                            .map(which -> contract.name() + "." + which + ".json"))
                    .collect(toSet());
            Path path = ROOT.resolve(folder.getValue().getFirst().service())
                    .resolve("src/main/resources/contracts")
                    .resolve(folder.getKey());
            try (Stream<Path> files = Files.list(path)) {
                assertEquals(
                        expected,
                        files.map(file -> file.getFileName().toString()).collect(toSet()),
                        folder.getKey());
            }
        }
    }

    private static void described(String where, JsonNode schema) {
        for (Entry<String, JsonNode> field : schema.path("properties").properties()) {
            String name = where + "/" + field.getKey();
            boolean forbidden = field.getValue().isBoolean();
            assertTrue(
                    forbidden || field.getValue().path("description").asText().length() > 4,
                    name + " has no description");
            described(name, field.getValue());
            described(name, field.getValue().path("items"));
        }
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).collect(toSet());
    }
}
