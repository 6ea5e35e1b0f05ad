package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.proof.process.GatewayTokens;
import dev.foyer.testing.RawHttp;
import dev.foyer.testing.fuzz.FuzzTarget;
import dev.foyer.testing.fuzz.FuzzTarget.Route;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * All ways into a running Foyer: a row for each port, and who comes there. What lies behind a port is in {@link FuzzRoutes}.
 */
final class FuzzDoors {

    private static final String NO_TENANT = "nobody.example";
    static final String TENANT = "contoso.com";
    private static final List<String> OF_OUR_PAGE = List.of("Sec-Fetch-Site: same-origin");
    private static final List<Component> INTERNAL =
            List.of(Component.PIN_SERVICE, Component.NOTIFICATION_SERVICE, Component.MEETING_SERVICE);

    private final BlackBox foyer;
    private final Map<String, String> known;
    private final Map<Endpoint, List<FuzzTarget>> doors = new EnumMap<>(Endpoint.class);

    /** @param known what stands behind parameters of routes */
    FuzzDoors(BlackBox foyer, Map<String, String> known) {
        this.foyer = foyer;
        this.known = known;
        addGateway();
        INTERNAL.forEach(this::addService);
        Component.services().forEach(each -> add(each.management(), "anybody", List.of(), FuzzRoutes.MANAGEMENT));
        add(Endpoint.SMTP_VIEW, "a stranger", List.of(), FuzzRoutes.MAILS);
        String view = basic("mail", Secrets.mailPasswordOf(foyer.home()));
        add(Endpoint.SMTP_VIEW, "who has the password", List.of(view), FuzzRoutes.MAILS);
        add(
                Endpoint.TENANTS,
                new FuzzTarget(
                        "tenants as " + Certificates.GATEWAY,
                        foyer.ports().of(Endpoint.TENANTS),
                        authority(foyer.ports(), Endpoint.TENANTS),
                        List::of,
                        FuzzRoutes.TENANTS,
                        noTenant(),
                        Certificates.of(foyer.home())
                                .client(Certificates.GATEWAY, Certificates.TENANTS)
                                .getSocketFactory()));
    }

    /** By the port that they are at. */
    Map<Endpoint, List<FuzzTarget>> all() {
        return doors;
    }

    /** Beside them a gateway whose people sign in with their company. */
    List<FuzzTarget> ofCompany(Ports ports, String token) {
        return List.of(
                gateway(ports, "company, a stranger", List.of(), FuzzRoutes.GATEWAY),
                gateway(ports, "company, a page", OF_OUR_PAGE, FuzzRoutes.COMPANY),
                gateway(ports, "company, an administrator", List.of("Authorization: Bearer " + token), FuzzRoutes.API));
    }

    private void addGateway() {
        Ports ports = foyer.ports();
        add(Endpoint.GATEWAY, gateway(ports, "gateway, a stranger", List.of(), FuzzRoutes.GATEWAY));
        for (String account : List.of("admin", "helpdesk", "auditor", "bridge", "app", "admin@fabrikam")) {
            add(Endpoint.GATEWAY, gateway(ports, "gateway as " + account, List.of(basic(account)), FuzzRoutes.API));
        }
        add(
                Endpoint.GATEWAY,
                new FuzzTarget(
                        "gateway as operator",
                        ports.of(Endpoint.GATEWAY),
                        authority(ports, Endpoint.GATEWAY),
                        () -> List.of(basic("operator")),
                        FuzzRoutes.API,
                        noTenant(),
                        SocketFactory.getDefault()));
        String token = "Authorization: Bearer "
                + foyer.cast()
                        .admin()
                        .post("/api/v1/scim-tokens", Map.of("name", "Whoever sends odd things"))
                        .text("token");
        add(Endpoint.GATEWAY, gateway(ports, "gateway as a directory system", List.of(token), FuzzRoutes.SCIM));
        add(Endpoint.GATEWAY, gateway(ports, "page, a stranger", OF_OUR_PAGE, FuzzRoutes.PAGE));
        add(Endpoint.GATEWAY, gateway(ports, "page of admin", session("admin"), FuzzRoutes.PAGE_OF_A_SESSION));
        add(Endpoint.GATEWAY, gateway(ports, "page of helpdesk, who leaves", session("helpdesk"), FuzzRoutes.PAGE));
    }

    private FuzzTarget gateway(Ports ports, String name, List<String> headers, List<Route> routes) {
        return new FuzzTarget(
                name,
                ports.of(Endpoint.GATEWAY),
                authority(ports, Endpoint.GATEWAY),
                () -> headers,
                routes,
                known,
                SocketFactory.getDefault());
    }

    private void addService(Component service) {
        String stranger = service == Component.PIN_SERVICE ? "meeting-service" : "pin-service";
        addPeer(service, stranger, "a sister", List::of);
        addPeer(service, Certificates.GATEWAY, "the gateway without a token", List::of);
        addPeer(service, service.title(), "an own instance", List::of);
        addPeer(service, Certificates.OPERATOR, "an operator", List::of);
        GatewayTokens tokens = new GatewayTokens(foyer.gatewayKeys(), service.title(), TENANT);
        for (String role : List.of("conferencing-admin", "bridge", "client-app", "directory", "anonymous")) {
            addPeer(
                    service,
                    Certificates.GATEWAY,
                    role,
                    () -> List.of("Authorization: "
                            + tokens.authorization(role, UUID.randomUUID().toString())));
        }
        GatewayTokens operators = new GatewayTokens(foyer.gatewayKeys(), service.title(), NO_TENANT);
        addPeer(
                service,
                Certificates.GATEWAY,
                "operator",
                () -> List.of("Authorization: "
                        + operators.authorization("operator", UUID.randomUUID().toString())),
                noTenant());
    }

    private void addPeer(Component service, String certificate, String name, Supplier<List<String>> headers) {
        addPeer(service, certificate, name, headers, known);
    }

    /** Somebody who shows that certificate. */
    private void addPeer(
            Component service,
            String certificate,
            String name,
            Supplier<List<String>> headers,
            Map<String, String> known) {
        add(
                service.endpoint(),
                new FuzzTarget(
                        service + ", " + name,
                        foyer.ports().of(service.endpoint()),
                        authority(foyer.ports(), service.endpoint()),
                        headers,
                        FuzzRoutes.ofService(service),
                        known,
                        Certificates.of(foyer.home())
                                .client(certificate, service.title())
                                .getSocketFactory()));
    }

    private void add(Endpoint endpoint, String who, List<String> headers, List<Route> routes) {
        add(
                endpoint,
                new FuzzTarget(
                        endpoint.owner() + ", " + who,
                        foyer.ports().of(endpoint),
                        authority(foyer.ports(), endpoint),
                        () -> headers,
                        routes,
                        known,
                        SocketFactory.getDefault()));
    }

    private void add(Endpoint endpoint, FuzzTarget door) {
        doors.computeIfAbsent(endpoint, _ -> new ArrayList<>()).add(door);
    }

    /** Whoever may remove tenants is led to none that others need. */
    private Map<String, String> noTenant() {
        Map<String, String> other = new HashMap<>(known);
        other.put("tenant", NO_TENANT);
        return other;
    }

    private static String authority(Ports ports, Endpoint endpoint) {
        return "127.0.0.1:" + ports.of(endpoint);
    }

    private String basic(String account) {
        return basic(account, foyer.account(account).password());
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private List<String> session(String account) {
        String form = "name=" + account + "&password="
                + URLEncoder.encode(foyer.account(account).password(), UTF_8);
        RawHttp.Answer answer = RawHttp.send(
                foyer.ports().of(Endpoint.GATEWAY),
                "POST /admin/sign-in/check HTTP/1.1",
                "Host: " + authority(foyer.ports(), Endpoint.GATEWAY),
                OF_OUR_PAGE.getFirst(),
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length(),
                "",
                form);
        String cookie = answer.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return List.of(OF_OUR_PAGE.getFirst(), "Cookie: " + cookie);
    }
}
