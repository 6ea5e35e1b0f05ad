package dev.foyer.gateway.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.foyer.gateway.index.ScimFixtures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * However a change is spelled, it is the same change: random operations, each in one of the spellings that directory systems use, make of a user what the operations
 * say one after the other. With our schemas and settings of the library, and without HTTP.
 */
@Tag("G4")
class ScimPatchPropertiesTest {

    private static final int RUNS = 300;
    private static final List<String> TYPES = List.of("work", "mobile", "home");
    private static final String CORE = ScimSchemas.USER + ":";
    private static final JsonMapper JSON = new JsonMapper();

    /** What a user should be. */
    private static final class Model {
        private String displayName = "Mira Holm";
        private String language = "en";
        private String externalId = "00u1a2b3";
        private boolean active = true;
        private String address = "mira@contoso.com";
        private boolean enabled;
        private final Map<String, String> numbers = new LinkedHashMap<>(Map.of("work", "+14255550113"));
    }

    /** Keeps one user, as the library leaves it. */
    private static final class Kept extends ResourceHandler<User> {
        private User user;

        @Override
        public User createResource(User resource, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            return JsonHelper.readJsonDocument(user.toString(), User.class);
        }

        @Override
        public PartialListResponse<User> listResources(
                long startIndex,
                int count,
                FilterNode filter,
                SchemaAttribute sortBy,
                SortOrder sortOrder,
                List<SchemaAttribute> attributes,
                List<SchemaAttribute> excluded,
                Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public User updateResource(User changed, Context context) {
            user = changed;
            return getResource("u-mira", null, null, context);
        }

        @Override
        public void deleteResource(String id, Context context) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void everySpellingMeansTheSame() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Model model = new Model();
            Kept kept = new Kept();
            kept.user = ScimShown.of(ScimFixtures.mira());
            ResourceEndpoint endpoint = new ResourceEndpoint(ScimSchemas.abilities(), ScimSchemas.users(kept));
            List<Map<String, Object>> all = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                all.add(operation(random, model));
            }
            String body = JSON.valueToTree(Map.of(
                            "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"), "Operations", all))
                    .toString();
            ScimResponse answer = endpoint.handleRequest(
                    "https://localhost/scim/v2/Users/u-mira",
                    HttpMethod.PATCH,
                    body,
                    new java.util.HashMap<>(Map.of("Content-Type", "application/scim+json")),
                    new Context(null));
            String what = "seed " + seed + ": " + body + " -> " + answer;
            assertEquals(200, answer.getHttpStatus(), what);
            check(model, ScimPerson.of(kept.user), what);
        }
    }

    private static void check(Model model, ScimPerson is, String what) {
        assertEquals(model.displayName, is.user().displayName(), what);
        assertEquals(model.language, is.user().preferredLanguage(), what);
        assertEquals(model.externalId, is.user().externalId(), what);
        assertEquals(model.active, is.isActive(), what);
        assertEquals(model.address, is.user().primarySmtpAddress(), what);
        assertEquals(model.enabled, Boolean.TRUE.equals(is.enabled()), what);
        Map<String, String> types = Objects.requireNonNullElse(is.user().phoneTypes(), Map.of());
        Map<String, String> numbers = new LinkedHashMap<>();
        types.forEach((number, type) -> numbers.put(type, number));
        assertEquals(model.numbers, numbers, what);
    }

    private static Map<String, Object> operation(Random random, Model model) {
        return switch (random.nextInt(9)) {
            case 0 -> set(random, "displayName", model.displayName = "Mira " + random.nextInt(100));
            case 1 -> set(random, "preferredLanguage", model.language = random.nextBoolean() ? "it" : "en");
            case 2 -> set(random, "externalId", model.externalId = "id-" + random.nextInt(100));
            case 3 -> flag(random, "active", model.active = random.nextBoolean());
            case 4 ->
                byPath(
                        verb(random, "replace"),
                        "emails[type eq \"work\"].value",
                        model.address = "mira" + random.nextInt(100) + "@contoso.com");
            case 5 -> flag(random, ScimSchemas.CONFERENCING + ":enabled", model.enabled = random.nextBoolean());
            case 6 -> {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                // Each type has numbers of its own: the same number twice would be kept once.
                String number = "+1425555" + TYPES.indexOf(type) + (100 + random.nextInt(900));
                String verb = model.numbers.containsKey(type) ? "replace" : "add";
                model.numbers.put(type, number);
                yield byPath(verb(random, verb), "phoneNumbers[type eq \"" + type + "\"].value", number);
            }
            case 7 -> {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                model.numbers.remove(type);
                yield Map.of("op", verb(random, "remove"), "path", "phoneNumbers[type eq \"" + type + "\"]");
            }
            default -> {
                model.language = null;
                yield Map.of("op", verb(random, "remove"), "path", "preferredLanguage");
            }
        };
    }

    /** With a path, with the whole name of it, or without one. */
    private static Map<String, Object> set(Random random, String attribute, Object value) {
        String verb = verb(random, random.nextBoolean() ? "replace" : "add");
        return switch (random.nextInt(3)) {
            case 0 -> byPath(verb, attribute, value);
            case 1 ->
                attribute.equals("externalId")
                        ? byPath(verb, attribute, value)
                        : byPath(verb, attribute.startsWith("urn:") ? attribute : CORE + attribute, value);
            default ->
                attribute.startsWith("urn:")
                        ? Map.of("op", verb, "value", Map.of(ScimSchemas.CONFERENCING, Map.of("enabled", value)))
                        : Map.of("op", verb, "value", Map.of(attribute, value));
        };
    }

    /** As itself, or as a word. */
    private static Map<String, Object> flag(Random random, String attribute, boolean value) {
        return set(random, attribute, random.nextBoolean() ? value : value ? "True" : "False");
    }

    private static Map<String, Object> byPath(String verb, String path, Object value) {
        return Map.of("op", verb, "path", path, "value", value);
    }

    private static String verb(Random random, String verb) {
        return switch (random.nextInt(3)) {
            case 0 -> verb;
            case 1 -> verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
            default -> verb.toUpperCase(Locale.ROOT);
        };
    }
}
