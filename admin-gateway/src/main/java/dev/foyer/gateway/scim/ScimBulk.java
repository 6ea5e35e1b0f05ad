package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The operations of a bulk request say what single requests say, and are held to the same rules (RFC 7644, section 3.7). */
final class ScimBulk {

    private ScimBulk() {}

    /**
     * Their data as JSON: some systems send it as a text, which nobody would look into otherwise.
     *
     * @throws ScimFailure 400 when one of them is none, or asks for what cannot be
     */
    static void check(ObjectNode bulk, ObjectMapper json) {
        for (JsonNode operations : fields(bulk, "Operations")) {
            for (JsonNode operation : operations) {
                if (operation instanceof ObjectNode one) {
                    checkOne(one, json);
                }
            }
        }
    }

    private static void checkOne(ObjectNode operation, ObjectMapper json) {
        boolean patches = fields(operation, "method").stream()
                .anyMatch(method -> method.asText().equalsIgnoreCase("PATCH"));
        List<String> names = operation.properties().stream()
                .map(Map.Entry::getKey)
                .filter("data"::equalsIgnoreCase)
                .toList();
        for (String name : names) {
            if (operation.get(name).isTextual()) {
                operation.set(name, parsed(operation.get(name).textValue(), json));
            }
            if (patches && operation.get(name) instanceof ObjectNode patch) {
                ScimPatches.check(patch);
            }
        }
    }

    private static ObjectNode parsed(String text, ObjectMapper json) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException _) {
            // said below
        }
        throw ScimFailure.syntax("The data of each operation must be one JSON object.");
    }

    private static List<JsonNode> fields(ObjectNode object, String name) {
        return object.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }
}
