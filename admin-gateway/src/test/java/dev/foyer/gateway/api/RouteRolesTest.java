package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.WithAmos;
import dev.foyer.gateway.api.RouteTable.Row;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every route with every role, as {@code route-roles.tsv} says it: who may, and who may not; of other tenants see {@link
 * OtherTenantsTest}. A route that is added without a row fails.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(RouteRolesTest.Alone.class)
@Tag("F")
class RouteRolesTest extends WithAmos {

    /** A gateway of its own: so many calls of services that are away open its circuits, which no other test must meet. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final Set<String> ACCOUNTS = Set.of("admin", "helpdesk", "auditor", "bridge", "app", "operator");

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Response ask(String account, Row route, String accept) {
        return ask(account, route, accept, "application/json");
    }

    private static Response ask(String account, Row route, String accept, String type) {
        var request = account == null ? given() : as(account);
        if ("operator".equals(account)) {
            request = request.header("Foyer-Tenant", "contoso.com");
        }
        return request.config(Api.anyType())
                .contentType(type)
                .accept(accept)
                .body(route.method().equals("GET") || route.method().equals("DELETE") ? "" : "{}")
                .request(route.method(), route.filled(Map.of("user", "u-nobody", "conferenceId", "999888777")));
    }

    @Test
    void everyRouteHasItsRow() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        Set<String> described = new TreeSet<>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .forEach(operation -> described.add(operation.getKey().toUpperCase() + " " + path.getKey())));
        Set<String> rows = new TreeSet<>();
        RouteTable.rows().forEach(route -> rows.add(route.name()));
        assertEquals(described, rows);
        Set<String> served = new TreeSet<>();
        ServedRoutes.all().forEach(route -> served.add(route.name()));
        assertEquals(served, rows, "also those that the document does not show");
        assertTrue(
                RouteTable.rows().stream().allMatch(route -> ACCOUNTS.containsAll(route.accounts())),
                "a role that there is not");
    }

    /** What is answered as CSV, or taken as CSV, is for the same people: a form that the document does not show is one more method. */
    @Test
    void whoMayIsTheSameInEachForm() {
        Map<String, Set<Set<String>>> roles = new TreeMap<>();
        ServedRoutes.all()
                .forEach(route -> roles.computeIfAbsent(route.name(), _ -> new HashSet<>())
                        .add(route.roles()));
        roles.values().removeIf(each -> each.size() == 1);
        assertEquals(Map.of(), roles);
    }

    @Test
    void whoMayAndWhoMayNot() {
        Map<String, Set<String>> takes = ServedRoutes.all().stream()
                .filter(route -> !route.takes().isEmpty())
                .collect(Collectors.toMap(ServedRoutes.Served::name, ServedRoutes.Served::takes, RouteRolesTest::both));
        for (Row route : RouteTable.rows()) {
            problem(ask(null, route, "*/*").then(), 401, "not-signed-in");
            for (String account : ACCOUNTS) {
                boolean may = route.accounts().contains(account);
                if (!may) {
                    problem(ask(account, route, "*/*").then(), 403, "role-missing");
                    for (String type : takes.getOrDefault(route.name(), Set.of())) {
                        problem(ask(account, route, "*/*", type).then(), 403, "role-missing");
                    }
                    if (route.method().equals("GET")) {
                        assertNotEquals(2, ask(account, route, "text/csv").statusCode() / 100, route.name());
                    }
                } else if (!route.streams()) {
                    mayAsk(account, route, "*/*");
                    if (route.method().equals("GET")) {
                        mayAsk(account, route, "text/csv");
                    }
                }
            }
        }
    }

    private static void mayAsk(String account, Row route, String accept) {
        Response answer = ask(account, route, accept);
        assertNotEquals(401, answer.statusCode(), route.name());
        assertTrue(
                answer.statusCode() != 403 || !answer.asString().contains("/problems/role-missing"),
                () -> account + " " + route.name() + ": " + answer.asString());
    }
}
