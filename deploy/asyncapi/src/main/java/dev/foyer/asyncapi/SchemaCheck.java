package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Compares JSON with a schema of draft 07, the dialect of AsyncAPI documents; formats such as times count. */
final class SchemaCheck {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final Schema schema;

    SchemaCheck(String schema) {
        this.schema = SCHEMAS.getSchema(schema, InputFormat.JSON);
    }

    /** Empty when nothing is wrong. */
    List<String> problems(JsonNode json) {
        return schema
                .validate(
                        json.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
