package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is there of one tenant, an administrator of another one asks for by every route that takes an id: it is not there, and nothing
 * becomes of it. A route that is added with a new kind of id fails without a row here.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("F")
class OtherTenantsIT {

    private static final String USER = "others.zoe";
    private static final Pattern ID = Pattern.compile("\\{([A-Za-z]+)}");

    /** Makes a user of the asker's own tenant, whatever another one has; a tenant is made and removed by operators. */
    private static final Set<String> OF_NOBODY_ELSE =
            Set.of("PUT /api/v1/users/{user}", "DELETE /api/v1/tenants/{tenant}");

    private static final Map<String, Map<String, Object>> BODIES = Map.of(
            "PUT /api/v1/users/{user}/conference-id", Map.of("conferenceId", "8150777"),
            "PATCH /api/v1/users/{user}/conferencing", Map.of("allowPstnOnlyMeetings", true),
            "PATCH /api/v1/webhooks/{webhookId}", Map.of("description", "Taken over"),
            "POST /api/v1/dead-letters/{letterId}/discard", Map.of("reason", "Not mine."));

    private static BlackBox foyer;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer shared) {
        foyer = shared.foyer();
        cast = foyer.cast();
    }

    @Test
    void whatIsOneTenantsIsThereForNobodyElse() throws IOException {
        Map<String, String> ids = something();
        List<String> places = List.of(
                "/api/v1/users/" + USER,
                "/api/v1/users/" + USER + "/history",
                "/api/v1/notifications/" + ids.get("id"),
                "/api/v1/meetings/" + ids.get("conferenceId"),
                "/api/v1/campaigns/" + ids.get("campaignId"),
                "/api/v1/dead-letters?limit=200",
                "/api/v1/scim-tokens",
                "/api/v1/webhooks");
        List<JsonNode> before = places.stream().map(OtherTenantsIT::read).toList();
        List<String> wrong = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (String route : routes()) {
            String[] parts = route.split(" ");
            Matcher names = ID.matcher(parts[1]);
            String path = names.replaceAll(found -> {
                kinds.add(found.group(1));
                return Matcher.quoteReplacement(ids.getOrDefault(found.group(1), "without-a-row"));
            });
            Answer answer = ask(parts[0], path, BODIES.getOrDefault(route, Map.of()));
            if (answer.status() != 404) {
                wrong.add(route + " answers " + answer.status() + " " + answer.body());
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(ids.keySet(), kinds, "a kind of id needs something that has one");
        for (int i = 0; i < places.size(); i++) {
            assertEquals(before.get(i), read(places.get(i)), places.get(i));
        }
        assertEquals(
                204,
                cast.admin().delete("/api/v1/webhooks/" + ids.get("webhookId")).status());
    }

    private static Answer ask(String method, String path, Map<String, Object> body) {
        return switch (method) {
            case "GET" -> cast.otherAdmin().get(path);
            case "DELETE" -> cast.otherAdmin().delete(path);
            case "PUT" -> cast.otherAdmin().put(path, body);
            case "PATCH" -> cast.otherAdmin().patch(path, body);
            default -> cast.otherAdmin().post(path, body);
        };
    }

    /** Without what becomes of deliveries meanwhile: nobody is at that address. */
    private static JsonNode read(String path) {
        Answer answer = cast.admin().get(path);
        assertEquals(200, answer.status(), answer::toString);
        answer.body().path("items").forEach(item -> ((ObjectNode) item).remove("failingSince"));
        return answer.body();
    }

    /** Those with an id that an administrator may ask. */
    private static List<String> routes() throws IOException {
        JsonNode document = new JsonMapper()
                .readTree(Repository.find().root().resolve("docs/openapi.json").toFile());
        List<String> routes = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().contains("{"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> one.getValue().path("x-roles").toString().contains("\"conferencing-admin\""))
                        .map(one -> one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())
                        .filter(route -> !OF_NOBODY_ELSE.contains(route))
                        .forEach(routes::add));
        assertTrue(routes.size() > 30, routes::toString);
        return routes;
    }

    /** Of contoso.com one of each kind, by the names that paths have for their ids. */
    private static Map<String, String> something() {
        Map<String, String> ids = new HashMap<>(Map.of("user", USER));
        made(
                201,
                cast.admin()
                        .put(
                                "/api/v1/users/" + USER,
                                Map.of("userPrincipalName", USER + "@contoso.com", "displayName", "Zoe Others")));
        Answer enabled = made(
                201,
                cast.admin()
                        .post("/api/v1/users/" + USER + "/conferencing", Map.of("sendEmail", false, "reveal", false)));
        ids.put("id", enabled.text("notification.id"));
        settles("/api/v1/notifications/" + ids.get("id"), "status", "HELD");
        ids.put(
                "conferenceId",
                made(201, cast.admin().post("/api/v1/meetings", Map.of("organizer", USER)))
                        .text("conferenceId"));
        Answer caller = cast.bridge()
                .post("/api/v1/bridge/calls", Map.of("callId", "others-1", "conferenceId", ids.get("conferenceId")));
        assertEquals("LOBBY", caller.text("state"), caller::toString);
        ids.putAll(OneOfEach.of(foyer, "others", List.of(USER)));
        settles("/api/v1/campaigns/" + ids.get("campaignId"), "state", "FINISHED");
        ids.put("source", "withheld.bridge"); // every tenant's own: the other one's is not held against it
        return ids;
    }

    private static void settles(String path, String field, String value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> value.equals(cast.admin().get(path).text(field)));
    }

    private static Answer made(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }
}
