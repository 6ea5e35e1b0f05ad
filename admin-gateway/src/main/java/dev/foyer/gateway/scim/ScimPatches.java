package dev.foyer.gateway.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** What the library lets pass of a PATCH, and RFC 7644 does not (section 3.5.2): a target that nobody can write. */
final class ScimPatches {

    private static final String CORE = ScimSchemas.USER.toLowerCase(Locale.ROOT) + ":";
    private static final String CONFERENCE_ID = ScimSchemas.CONFERENCING.toLowerCase(Locale.ROOT) + ":conferenceid";
    private static final Set<String> READ_ONLY = Set.of("id", "meta", "schemas", CONFERENCE_ID);

    private ScimPatches() {}

    /** @throws ScimFailure 400 that names the target */
    static void check(ObjectNode patch) {
        patch.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Operations"))
                .forEach(operations -> operations.getValue().forEach(ScimPatches::checkOne));
    }

    private static void checkOne(JsonNode operation) {
        String path = operation.path("path").asText("").strip().toLowerCase(Locale.ROOT);
        String attribute = path.startsWith(CORE) ? path.substring(CORE.length()) : path;
        if (READ_ONLY.contains(attribute) || attribute.startsWith("meta.")) {
            throw ScimFailure.mutability(operation.path("path").asText() + " cannot be changed; leave it out.");
        }
    }
}
