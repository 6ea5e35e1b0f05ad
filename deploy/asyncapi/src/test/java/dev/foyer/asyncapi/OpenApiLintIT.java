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

/** The public API's document before all rules of a linter. That it is what the gateway serves, the gateway's tests show. */
@Tag("F")
class OpenApiLintIT {

    private static final Path COMMITTED = Repository.find().root().resolve("docs/openapi.json");

    @TempDir
    Path folder;

    private static ReferenceParser linter;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        linter = ReferenceParser.install();
    }

    @Test
    void nothingIsFound() throws IOException, InterruptedException {
        Verdict verdict = linter.lint(COMMITTED);
        assertEquals(0, verdict.result(), verdict.output());
    }

    /** So that finding nothing means something. */
    @ParameterizedTest
    @CsvSource({
        "usersFind, usersGet, operation-operationId-unique",
        "\"description\" : \"Who asks.\", \"note\" : \"x\", tag-description",
        "#/components/schemas/Problem, #/components/schemas/Nothing, invalid-ref",
        "\"x-all-optional\" : true, \"x-nothing\" : true, foyer-schema-required",
        "\"409\" : {, \"499\" : {, foyer-refusals",
        "\"x-roles\", \"x-rules\", foyer-refusals",
        "\"example\" : , \"x-example\" : , foyer-parameter-example",
        "\"examples\" : , \"x-examples\" : , foyer-media-example"
    })
    void whatIsWrongIsFound(String whole, String broken, String finding) throws IOException, InterruptedException {
        String text = Files.readString(COMMITTED);
        assertTrue(text.contains(whole), "The document has no " + whole);
        Path damaged = Files.writeString(folder.resolve("damaged.json"), text.replace(whole, broken));
        Verdict verdict = linter.lint(damaged);
        assertEquals(1, verdict.result(), verdict.output());
        assertTrue(verdict.output().contains(finding), verdict.output());
    }
}
