package dev.foyer.asyncapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.asyncapi.ReferenceParser.Verdict;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed document before AsyncAPI's own parser and all its rules. */
@Tag("F")
class AsyncApiParserIT {

    private static final Path COMMITTED = AsyncApiFile.of(Repository.find());

    @TempDir
    Path folder;

    private static ReferenceParser parser;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        parser = ReferenceParser.install();
    }

    @Test
    void theCommittedDocumentIsSound() throws IOException, InterruptedException {
        Verdict verdict = parser.validate(COMMITTED);
        assertEquals(0, verdict.result(), verdict.output());
        assertTrue(verdict.output().contains("asyncapi.yaml: sound, "), verdict.output());
    }

    /** So that a sound document means something. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    asyncapi: "3.0.0"              | asyncapi: "3.0.0"\\nwhatever: 1       | asyncapi-document-resolved
                    title: Foyer                   | titel: Foyer                         | asyncapi-document-resolved
                    action: send                   | action: shout                        | asyncapi-document-resolved
                    $ref: "#/components/messages/  | $ref: "#/components/messages/no-     | invalid-ref
                    $ref: "#/channels/             | $ref: "#/channels/no-                | invalid-ref
                    type: object                   | type: 7                              | asyncapi
                    """)
    void aBrokenDocumentIsNot(String whole, String broken, String finding) throws IOException, InterruptedException {
        String text = Files.readString(COMMITTED);
        int at = text.indexOf(whole);
        assertTrue(at >= 0, "The document has no " + whole);
        Path damaged = folder.resolve("damaged.yaml");
        Files.writeString(
                damaged, text.substring(0, at) + broken.replace("\\n", "\n") + text.substring(at + whole.length()));
        Verdict verdict = parser.validate(damaged);
        assertEquals(1, verdict.result(), verdict.output());
        assertTrue(verdict.output().contains(finding), verdict.output());
    }

    @Test
    void theFastTestsKnowTheSameRules() throws IOException {
        Path specified = parser.folder().resolve("node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json");
        Path ours = Repository.find()
                .root()
                .resolve("deploy/asyncapi/src/test/resources/asyncapi/asyncapi-3.0.0.schema.json");
        assertEquals(
                Files.readString(specified),
                Files.readString(ours),
                "The official schema that comes with the parser is a newer one: copy it to " + ours + ".");
    }
}
