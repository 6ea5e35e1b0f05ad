package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operations of a bulk request say what single requests say, and are held to the same rules (RFC 7644, section 3.7). */
final class ScimBulk {

    private static final Pattern PATH = Pattern.compile("/?Users(?:/(?<id>[^/?#]+))?");

    /** To a user whom an operation of the same request makes. */
    private static final String REFERENCE = "bulkId:";

    private ScimBulk() {}

    /**
     * Their data as JSON: some systems send it as a text, which nobody would look into otherwise. Their ids as paths of single requests have
     * them.
     *
     * @param length of the request, in bytes
     * @throws ScimFailure 413 when it is more than is promised; 400 when one of them is none, or asks for what cannot be
     */
    static void check(ObjectNode bulk, int length, ObjectMapper json) {
        if (length > ScimSchemas.LONGEST_PAYLOAD) {
            throw ScimFailure.of(413, "A bulk request has at most " + ScimSchemas.LONGEST_PAYLOAD + " bytes.");
        }
        for (JsonNode operations : fields(bulk, "Operations")) {
            if (operations.size() > ScimSchemas.MOST_OPERATIONS) {
                throw ScimFailure.of(
                        413,
                        "A bulk request has at most " + ScimSchemas.MOST_OPERATIONS + " operations; send several.");
            }
            for (JsonNode operation : operations) {
                if (operation instanceof ObjectNode one) {
                    checkOne(one, json);
                }
            }
        }
    }

    private static void checkOne(ObjectNode operation, ObjectMapper json) {
        Set<String> methods = fields(operation, "method").stream()
                .map(method -> method.asText().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (String name : names(operation, "path")) {
            operation.put(name, path(operation.get(name).asText(), methods));
        }
        for (String name : names(operation, "data")) {
            if (operation.get(name).isTextual()) {
                operation.set(name, parsed(operation.get(name).textValue(), json));
            }
            if (methods.contains("PATCH") && operation.get(name) instanceof ObjectNode patch) {
                ScimPatches.check(patch);
            }
        }
    }

    /** One that the library reads as it is meant; of others it would say so only when it has done those before. */
    private static String path(String path, Set<String> methods) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || methods.contains("POST") != (parts.group("id") == null)) {
            throw ScimFailure.value("path", "must be /Users with POST, else /Users/ and an id.");
        }
        String id = parts.group("id");
        return "/Users" + (id == null ? "" : "/" + (id.startsWith(REFERENCE) ? id : ScimIds.inPath(decoded(id))));
    }

    /** As it is when that is no encoding. */
    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return id;
        }
    }

    private static List<String> names(ObjectNode operation, String field) {
        return operation.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field::equalsIgnoreCase)
                .toList();
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
