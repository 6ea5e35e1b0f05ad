package dev.foyer.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.CannotRun;
import java.util.Set;

/**
 * Our schemas in the dialect that AsyncAPI documents are in: a superset of JSON Schema draft 07. Ours are written to
 * draft 2020-12 and use what both mean alike; anything else is refused, since it would be ignored in silence.
 */
final class Schemas {

    private static final Set<String> NOT_IN_BOTH = Set.of(
            "$ref",
            "$defs",
            "$anchor",
            "$dynamicRef",
            "prefixItems",
            "unevaluatedProperties",
            "unevaluatedItems",
            "dependentRequired",
            "dependentSchemas",
            "minContains",
            "maxContains");

    private Schemas() {}

    static ObjectNode embedded(ObjectNode schema) {
        check(schema, schema.path("$id").asText());
        ObjectNode embedded = schema.deepCopy();
        // Inside another document they would change the base and the dialect of everything below them.
        embedded.remove("$schema");
        embedded.remove("$id");
        return embedded;
    }

    private static void check(JsonNode node, String id) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                if (NOT_IN_BOTH.contains(name)) {
                    throw new CannotRun("The schema " + id + " uses " + name + ", which AsyncAPI documents do not"
                            + " know: write it out with the words of JSON Schema draft 07.");
                }
            });
        }
        node.forEach(child -> check(child, id));
    }
}
