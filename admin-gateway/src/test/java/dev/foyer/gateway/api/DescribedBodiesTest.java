package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.Roles;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.gateway.index.UserQuery;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the document says may be left out may be, what it says is needed is, and closed sets are those of the code. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(RouteRolesTest.Alone.class)
@Tag("F")
class DescribedBodiesTest {

    private static final Map<String, String> ACCOUNTS =
            Map.of(Roles.ADMIN, "admin", Roles.BRIDGE, "bridge", Roles.CLIENT_APP, "app", Roles.OPERATOR, "operator");

    @Inject
    ReadModel index;

    private JsonNode document;

    /** @param json its body's schema, of JSON */
    private record Taking(String method, String path, JsonNode operation, JsonNode body, JsonNode json) {

        String name() {
            return method + " " + path;
        }

        boolean isNeeded() {
            return body.path("required").asBoolean();
        }

        RequestSpecification asked() {
            String role = operation.path("x-roles").path(0).asText();
            return as(ACCOUNTS.get(role)).header("X-Reason", "It has to be said");
        }

        Response answer(RequestSpecification request) {
            return request.request(
                    method,
                    path.replace("{user}", "u-17").replaceAll("\\{[A-Za-z]+}", "9f86d081884c7d659a2feaa0c55ad015"));
        }
    }

    @BeforeEach
    void read() throws IOException {
        Api.amosIsThere(index);
        document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
    }

    private List<Taking> taking() {
        List<Taking> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .forEach(operation -> {
                            JsonNode body = operation.getValue().path("requestBody");
                            String schema = body.at("/content/application~1json/schema/$ref")
                                    .asText();
                            all.add(new Taking(
                                    operation.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    operation.getValue(),
                                    body,
                                    document.at(schema.substring(1))));
                        }));
        return all;
    }

    private static boolean misses(Response answer) {
        String said = answer.asString();
        return answer.statusCode() == 400
                && (said.contains("field-missing") || said.contains("body-missing") || said.contains("malformed"));
    }

    @Test
    void whatMayBeLeftOutIsMissedByNobody() {
        List<String> wrong = new ArrayList<>();
        Set<String> optional = new TreeSet<>();
        for (Taking one : taking()) {
            Response none = one.answer(one.asked());
            if (one.isNeeded() && none.statusCode() / 100 == 2) {
                wrong.add(one.name() + " does without a body: " + none.statusCode());
            } else if (!one.isNeeded()) {
                optional.add(one.path());
                if (misses(none)) {
                    wrong.add(one.name() + " without a body: " + none.asString());
                }
            }
            if (one.json().path("x-all-optional").asBoolean()) {
                Response empty =
                        one.answer(one.asked().contentType("application/json").body("{}"));
                if (misses(empty)) {
                    wrong.add(one.name() + " with {}: " + empty.asString());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                Set.of(
                        "/api/v1/dead-letters/{letterId}/discard",
                        "/api/v1/dead-letters/{letterId}/replay",
                        "/api/v1/meetings/{conferenceId}/admit",
                        "/api/v1/notifications/{id}/reveal",
                        "/api/v1/notifications/{id}/send",
                        "/api/v1/users/{user}",
                        "/api/v1/users/{user}/conferencing",
                        "/api/v1/users/{user}/conferencing/email",
                        "/api/v1/users/{user}/pin/lock",
                        "/api/v1/users/{user}/pin/reset",
                        "/api/v1/users/{user}/pin/unlock"),
                optional);
    }

    @Test
    void whatIsRequiredOfABodyIsMissed() {
        List<String> wrong = new ArrayList<>();
        for (Taking one : taking()) {
            boolean ofThisBody = one.json().path("required").size() > 0;
            if (ofThisBody && one.method().equals("POST") && !one.path().contains("{")) {
                Response empty =
                        one.answer(one.asked().contentType("application/json").body("{}"));
                int status = empty.statusCode();
                if (status / 100 != 4 && status != 501) { // tenants are added elsewhere here
                    wrong.add(one.name() + " with {}: " + status + " " + empty.asString());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aCampaignMayComeAsAFile() {
        JsonNode begin = document.at("/paths/~1api~1v1~1campaigns/post");
        assertEquals(
                "string", begin.at("/requestBody/content/text~1csv/schema/type").asText(), begin::toString);
        Map<String, JsonNode> parameters = begin.path("parameters")
                .valueStream()
                .filter(one -> one.path("in").asText().equals("query"))
                .collect(Collectors.toMap(one -> one.path("name").asText(), one -> one.path("schema")));
        assertEquals(Set.of("action", "perSecond", "dryRun"), parameters.keySet());
        assertEquals(200, parameters.get("perSecond").path("maximum").asInt());
        assertEquals("boolean", parameters.get("dryRun").path("type").asText());
        assertEquals(words(CampaignAction.values()), enumeration(parameters.get("action")));
    }

    @Test
    void closedSetsAreThoseOfTheCode() throws IllegalAccessException {
        Set<String> states = words(UserQuery.State.values()).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertEquals(states, enumeration(document.at("/components/schemas/CampaignQuery/properties/state")));
        Set<String> roles = new TreeSet<>();
        for (Field constant : Roles.class.getFields()) {
            roles.add((String) constant.get(null));
        }
        assertEquals(roles, enumeration(document.at("/components/schemas/HistoryAnswer/properties/role")));
    }

    /** A number has its limits, a time its form. */
    @Test
    void numbersAndTimesAreDescribedAsSuch() {
        int seen = 0;
        for (var path : document.path("paths").properties()) {
            for (JsonNode one : path.getValue().path("get").path("parameters")) {
                JsonNode schema = one.path("schema");
                String name = one.path("name").asText();
                if (name.equals("limit")) {
                    seen++;
                    assertEquals("integer", schema.path("type").asText(), path.getKey());
                    assertEquals(1, schema.path("minimum").asInt());
                    assertEquals(Params.MOST, schema.path("maximum").asInt());
                } else if (Set.of("from", "to", "start").contains(name)) {
                    seen++;
                    assertEquals("date-time", schema.path("format").asText(), path.getKey() + " " + name);
                }
            }
        }
        assertTrue(seen > 10, seen + " parameters");
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> enumeration(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
