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
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every route with every role, of its own tenant and of another, as {@code route-roles.tsv} says it: who may, who may not, and
 * that what is another tenant's is not there. A route that is added without a row fails.
 */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@TestProfile(RouteRolesTest.Alone.class)
@Tag("F")
class RouteRolesTest {

    /** A gateway of its own: so many calls of services that are away open its circuits, which no other test must meet. */
    public static final class Alone implements QuarkusTestProfile {}

    private static final Set<String> ACCOUNTS = Set.of("admin", "helpdesk", "auditor", "bridge", "app", "operator");

    @Inject
    ReadModel index;

    /** @param streams its answer does not end: who may is not tried */
    private record Route(String method, String path, Set<String> accounts, boolean streams) {

        static Route of(String line) {
            String[] parts = line.split("\t");
            boolean streams = parts.length > 3 && parts[3].equals("streams");
            return new Route(parts[0], parts[1], Set.of(parts[2].split(" ")), streams);
        }

        String name() {
            return method + " " + path;
        }

        /** With ids of nothing that there is, but for users: of contoso.com there is one. */
        String filled(String user) {
            return path.replace("{user}", user)
                    .replace("{conferenceId}", "999888777")
                    .replaceAll("\\{[A-Za-z]+}", "nothing-of-it");
        }
    }

    @BeforeEach
    void amosIsThere() {
        Api.amosIsThere(index);
    }

    private static List<Route> table() throws IOException {
        try (InputStream file = RouteRolesTest.class.getResourceAsStream("/route-roles.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Route::of)
                    .toList();
        }
    }

    private static Response ask(String account, Route route, String user, String accept) {
        var request = account == null ? given() : as(account);
        if ("operator".equals(account)) {
            request = request.header("Foyer-Tenant", "contoso.com");
        }
        return request.contentType("application/json")
                .accept(accept)
                .body(route.method().equals("GET") || route.method().equals("DELETE") ? "" : "{}")
                .request(route.method(), route.filled(user));
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
        table().forEach(route -> rows.add(route.name()));
        assertEquals(described, rows);
        assertTrue(
                table().stream().allMatch(route -> ACCOUNTS.containsAll(route.accounts())), "a role that there is not");
    }

    @Test
    void whoMayAndWhoMayNot() throws IOException {
        for (Route route : table()) {
            problem(ask(null, route, "u-nobody", "*/*").then(), 401, "not-signed-in");
            for (String account : ACCOUNTS) {
                boolean may = route.accounts().contains(account);
                if (!may) {
                    problem(ask(account, route, "u-nobody", "*/*").then(), 403, "role-missing");
                    if (route.method().equals("GET")) {
                        assertNotEquals(
                                2, ask(account, route, "u-nobody", "text/csv").statusCode() / 100, route.name());
                    }
                } else if (!route.streams()) {
                    Response answer = ask(account, route, "u-nobody", "*/*");
                    assertNotEquals(401, answer.statusCode(), route.name());
                    assertTrue(
                            answer.statusCode() != 403 || !answer.asString().contains("/problems/role-missing"),
                            () -> account + " " + route.name() + ": " + answer.asString());
                }
            }
        }
    }

    @Test
    void whatIsAnotherTenantsIsNotThere() throws IOException {
        for (Route route : table()) {
            boolean makesOne =
                    route.name().equals("PUT /api/v1/users/{user}"); // one of one's own, whatever others have
            if (route.path().contains("{user}") && route.accounts().contains("admin") && !makesOne) {
                Response answer = ask("admin@fabrikam", route, "u-17", "*/*");
                assertTrue(
                        Set.of(400, 404).contains(answer.statusCode()),
                        () -> route.name() + ": " + answer.statusCode() + " " + answer.asString());
                assertTrue(!answer.asString().contains("Amos"), route.name());
            }
        }
    }
}
