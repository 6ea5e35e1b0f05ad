package dev.foyer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.local.home.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Bodies as those send them who know what an address takes, by its route: the examples of the public document, which has one of each, and some of
 * directory systems. What stands there for something that exists is what exists here.
 */
final class FuzzBodies {

    /** What it makes takes everybody's time. */
    private static final Set<String> NOT_TRIED = Set.of("POST /api/v1/tenants");

    private static final String PATCH = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"Replace","path":"displayName","value":"Debra"},
                           {"op":"Add","path":"phoneNumbers[type eq \\"mobile\\"].value","value":"+14255550177"}]}""";
    private static final String PERSON = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"odd@contoso.com","externalId":"00u-odd",
             "displayName":"Odd","active":true,"emails":[{"type":"work","value":"odd@contoso.com"}],
             "urn:foyer:params:scim:schemas:extension:conferencing:2.0:User":{"enabled":true}}""";

    private FuzzBodies() {}

    /** By method and template. @param known what there is, by the names that paths have for it */
    static Map<String, List<String>> meant(Map<String, String> known) {
        Map<String, List<String>> meant = new HashMap<>(ofScim(known.get("scimUser")));
        JsonNode document = document();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String route = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    String schema = operation
                            .getValue()
                            .at("/requestBody/content/application~1json/schema/$ref")
                            .asText();
                    if (!schema.isEmpty() && !NOT_TRIED.contains(route)) {
                        List<String> examples = new ArrayList<>();
                        document.at(schema.substring(1))
                                .path("examples")
                                .forEach(one -> examples.add(existing(one.toString(), known)));
                        meant.put(route, List.copyOf(examples));
                    }
                }));
        meant.merge(
                "POST /api/v1/campaigns",
                List.of(
                        "{\"action\":\"RESET_PIN\",\"query\":{\"q\":\"amos\",\"state\":\"enabled\"},\"perSecond\":200,\"dryRun\":true}",
                        "user\namos@contoso.com\n"),
                FuzzBodies::both);
        return meant;
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static String existing(String example, Map<String, String> known) {
        return example.replace("amos.marble@contoso.com", "amos@contoso.com")
                .replace("leg-17", known.get("callId"))
                .replace("4711007", known.get("conferenceId"))
                .replace("hooks.contoso.com", "hooks.contoso.example");
    }

    private static Map<String, List<String>> ofScim(String user) {
        String bulk = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"failOnErrors":2,
                 "Operations":[{"method":"POST","path":"/Users","bulkId":"a","data":%s},
                               {"method":"PATCH","path":"/Users/bulkId:a","data":%s},
                               {"method":"PATCH","path":"/Users/%s","data":%s}]}""".formatted(PERSON, PATCH, user, PATCH);
        return Map.of(
                "POST /scim/v2/Users", List.of(PERSON),
                "PUT /scim/v2/Users/{scimUser}", List.of(PERSON),
                "PATCH /scim/v2/Users/{scimUser}", List.of(PATCH),
                "POST /scim/v2/Users/.search", List.of("""
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"attributes":["userName"],
                         "filter":"userName eq \\"debra@contoso.com\\" and active eq true","startIndex":1,"count":10}"""),
                "POST /scim/v2/Bulk", List.of(bulk));
    }

    private static JsonNode document() {
        try {
            return new JsonMapper()
                    .readTree(Repository.find()
                            .root()
                            .resolve("docs/openapi.json")
                            .toFile());
        } catch (IOException e) {
            throw new IllegalStateException("docs/openapi.json cannot be read", e);
        }
    }
}
