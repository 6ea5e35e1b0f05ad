package dev.foyer.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.proof.process.GatewayTokens;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.FuzzTarget.Route;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/** All ways into a running Foyer, with what lies behind each, by its own description. */
final class FuzzTargets {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<Route> PAGE = List.of(
            new Route("GET", "/"),
            new Route("GET", "/admin"),
            new Route("GET", "/admin/users"),
            new Route("GET", "/admin/users/{user}"),
            new Route("POST", "/admin/users/{user}/pin/reset"),
            new Route("POST", "/admin/users/{user}/conferencing"),
            new Route("GET", "/admin/scans"),
            new Route("POST", "/admin/scans/{source}/clear"),
            new Route("GET", "/admin/sign-in"),
            new Route("POST", "/admin/sign-in/check"));

    private static final Route INSTANCES = new Route("POST", "/internal/commands");
    static final String TENANT = "contoso.com";

    private final BlackBox foyer;
    private final Map<String, String> known;

    /** @param known what stands behind parameters of routes */
    FuzzTargets(BlackBox foyer, Map<String, String> known) {
        this.foyer = foyer;
        this.known = known;
    }

    List<FuzzTarget> all() throws IOException {
        List<FuzzTarget> doors = new ArrayList<>();
        List<Route> api = routes(Endpoint.GATEWAY);
        doors.add(door("gateway, a stranger", Endpoint.GATEWAY, List.of(), api));
        for (String account : List.of("admin", "helpdesk", "auditor", "bridge", "app", "admin@fabrikam")) {
            doors.add(
                    door("gateway as " + account, Endpoint.GATEWAY, List.of("Authorization: " + basic(account)), api));
        }
        doors.add(door("page, a stranger", Endpoint.GATEWAY, List.of("Sec-Fetch-Site: same-origin"), PAGE));
        doors.add(door(
                "page with a session",
                Endpoint.GATEWAY,
                List.of("Sec-Fetch-Site: same-origin", "Cookie: " + session()),
                PAGE));
        for (Component each :
                List.of(Component.PIN_SERVICE, Component.NOTIFICATION_SERVICE, Component.MEETING_SERVICE)) {
            List<Route> internal = routes(each.management());
            String stranger = each == Component.PIN_SERVICE ? "meeting-service" : "pin-service";
            doors.add(peer(each, stranger, List::of, internal));
            doors.add(peer(each, Certificates.GATEWAY, List::of, internal));
            doors.add(peer(each, each.title(), List::of, internal));
            for (String role : List.of("conferencing-admin", "bridge", "client-app")) {
                doors.add(signed(each, role, internal));
            }
        }
        return doors;
    }

    /** As the gateway asks. */
    private FuzzTarget signed(Component service, String role, List<Route> routes) {
        GatewayTokens tokens = new GatewayTokens(foyer.gatewayKeys(), service.title(), TENANT);
        return peer(
                service,
                Certificates.GATEWAY,
                () -> List.of("Authorization: "
                        + tokens.authorization(role, UUID.randomUUID().toString())),
                routes);
    }

    private FuzzTarget door(String name, Endpoint endpoint, List<String> headers, List<Route> routes) {
        return new FuzzTarget(
                name,
                foyer.ports().of(endpoint),
                authority(endpoint),
                () -> headers,
                routes,
                known,
                SocketFactory.getDefault());
    }

    /** Somebody who shows that certificate. */
    private FuzzTarget peer(Component service, String name, Supplier<List<String>> headers, List<Route> routes) {
        return new FuzzTarget(
                service + " as " + name,
                foyer.ports().of(service.endpoint()),
                authority(service.endpoint()),
                headers,
                routes,
                known,
                Certificates.of(foyer.home()).client(name, service.title()).getSocketFactory());
    }

    private String authority(Endpoint endpoint) {
        return "127.0.0.1:" + foyer.ports().of(endpoint);
    }

    /** What its OpenAPI document says, and what among instances is not said there. */
    private List<Route> routes(Endpoint endpoint) throws IOException {
        URI address = foyer.ports().http(endpoint);
        List<Route> routes = new ArrayList<>(List.of(INSTANCES));
        JsonNode paths =
                Api.anonymous(address).get("/q/openapi?format=json").body().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (METHODS.contains(method)) {
                    routes.add(new Route(method.toUpperCase(Locale.ROOT), path.getKey()));
                }
            });
        }
        return routes;
    }

    private String basic(String account) {
        String pair = account + ":" + foyer.account(account).password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String session() {
        String form = "name=admin&password="
                + URLEncoder.encode(foyer.account("admin").password(), StandardCharsets.UTF_8);
        RawHttp.Answer answer = RawHttp.send(
                foyer.ports().of(Endpoint.GATEWAY),
                "POST /admin/sign-in/check HTTP/1.1",
                "Host: " + authority(Endpoint.GATEWAY),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "",
                form);
        return answer.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }
}
