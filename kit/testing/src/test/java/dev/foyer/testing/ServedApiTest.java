package dev.foyer.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of a document find what is wrong with it. */
class ServedApiTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "things", "version": "1"},
             "paths": {"/internal/v1/things": {"get": {
               "operationId": "things", "summary": "List all things.", "tags": ["Things"],
               "parameters": [{"name": "Thing", "in": "query", "schema": {"type": "string"}}],
               "responses": {
                 "200": {"description": "All things."},
                 "400": {"$ref": "#/components/responses/Problem"},
                 "401": {"$ref": "#/components/responses/Problem"},
                 "403": {"$ref": "#/components/responses/Problem"},
                 "503": {"$ref": "#/components/responses/Problem"},
                 "default": {"$ref": "#/components/responses/Problem"}}}}},
             "components": {"responses": {"Problem": {
               "description": "What is wrong.",
               "content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}
            """;

    @Test
    void nothingIsWrongWithAGoodOne() {
        assertEquals(List.of(), ServedApi.of(DOCUMENT).unsound());
        assertEquals(List.of(), ServedApi.of(DOCUMENT).incomplete("/internal/v1/"));
    }

    @Test
    void aWordThatOpenApiDoesNotKnowIsUnsound() {
        assertFalse(
                ServedApi.of(DOCUMENT.replace("summary", "sumary")).unsound().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operationId       | operation          | is described, but not served
            List all things.  | Things             | has no summary
            ["Things"]        | []                 | has no tag
            /internal/v1      | /internal/commands | is not under
            503               | 504                | answers only
            All things.       | All                | does not say what 200 means
            problem+json      | json               | has no problem for 400
            "in": "query"     | "in": "header"     | takes a header
            """)
    void whatACallerNeedsIsMissed(String word, String instead, String found) {
        List<String> missing = ServedApi.of(DOCUMENT.replace(word, instead)).incomplete("/internal/v1/");
        assertTrue(missing.stream().anyMatch(each -> each.contains(found)), missing::toString);
    }
}
