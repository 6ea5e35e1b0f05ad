package dev.foyer.blackbox;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A gateway whose people sign in with their company: contoso.com and fabrikam.com each with a realm of a real Keycloak,
 * adatum.com with a provider that takes calls and never answers.
 */
final class CompanyGateway implements AutoCloseable {

    static final String PASSWORD = "correct-horse-battery";
    static final String SECRET = "secret-of-the-tests-0123456789abcdef";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ALL_LINES = 10_000;

    private final Keycloak keycloak;
    private final ServerSocket silent;
    private final Child process;
    private final int port;
    private final Path index;

    private CompanyGateway(Keycloak keycloak, ServerSocket silent, Child process, int port, Path index) {
        this.keycloak = keycloak;
        this.silent = silent;
        this.process = process;
        this.port = port;
        this.index = index;
    }

    /** Returns when its index is there. */
    static CompanyGateway start(BlackBox foyer, Path folder) throws IOException, InterruptedException {
        Ports ports = Ports.free();
        int port = ports.of(Endpoint.GATEWAY);
        Path index = folder.resolve("index");
        Keycloak keycloak =
                Keycloak.start(folder, Map.of("port", Integer.toString(port), "secret", SECRET, "password", PASSWORD));
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Map<String, String> environment = Map.of(
                "QUARKUS_CONFIG_LOCATIONS",
                settings(folder, keycloak, silent.getLocalPort()).toString(),
                "FOYER_ACCOUNTS_FILE",
                "",
                "FOYER_INDEX_DIRECTORY",
                index.toString());
        Child process = foyer.startAnother(Component.ADMIN_GATEWAY, ports, environment);
        CompanyGateway gateway = new CompanyGateway(keycloak, silent, process, port, index);
        if (!Pause.untilTrue(PATIENCE, () -> !process.isAlive() || gateway.isReady()) || !process.isAlive()) {
            gateway.close();
            throw new IllegalStateException("The gateway did not start: " + process.lastLines(50));
        }
        return gateway;
    }

    private static Path settings(Path folder, Keycloak keycloak, int silent) throws IOException {
        Path secret = Files.writeString(folder.resolve("client-secret"), SECRET);
        return Files.writeString(
                folder.resolve("gateway.properties"),
                String.join(
                        "\n",
                        "foyer.oidc.contoso.issuer-url=" + keycloak.issuer("contoso"),
                        "foyer.oidc.contoso.client-id=foyer",
                        "foyer.oidc.contoso.client-secret-file=" + secret,
                        "foyer.oidc.contoso.tenants=contoso.com",
                        "foyer.oidc.contoso.user-id-claim=sub",
                        "foyer.oidc.fabrikam.issuer-url=" + keycloak.issuer("fabrikam"),
                        "foyer.oidc.fabrikam.client-id=foyer",
                        "foyer.oidc.fabrikam.client-secret-file=" + secret,
                        "foyer.oidc.fabrikam.tenants=fabrikam.com",
                        "foyer.oidc.fabrikam.user-id-claim=sub",
                        "foyer.oidc.fabrikam.roles-claim=groups",
                        "foyer.oidc.fabrikam.roles.\"Fabrikam\\ Admins\"=conferencing-admin",
                        "foyer.oidc.staff.issuer-url=" + keycloak.issuer("staff"),
                        "foyer.oidc.staff.client-id=foyer",
                        "foyer.oidc.staff.operators=true",
                        "foyer.oidc.adatum.issuer-url=http://127.0.0.1:" + silent,
                        "foyer.oidc.adatum.client-id=foyer",
                        "foyer.oidc.adatum.client-secret-file=" + secret,
                        "foyer.oidc.adatum.tenants=adatum.com",
                        "foyer.oidc.adatum.user-id-claim=sub"));
    }

    private boolean isReady() {
        try {
            // Not 503: the index is there.
            return bearer("contoso", "mira").get("/api/v1/users").status() == 200;
        } catch (Exception e) {
            return false; // nobody listens yet
        }
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** The gateway, by its address. */
    URI page() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The same by a name that is, for browsers, another site than Keycloak's. */
    URI pageOnAnotherSite() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Of who takes calls and never answers. */
    String silentIssuer() {
        return "http://127.0.0.1:" + silent.getLocalPort();
    }

    /** The API with a token of that person. */
    Api bearer(String realm, String user) throws Exception {
        return as("Bearer " + keycloak.token(realm, "foyer", SECRET, user, PASSWORD));
    }

    Api as(String authorization) {
        return Api.anonymous(page()).with("Authorization", authorization);
    }

    List<String> log() {
        return process.lastLines(ALL_LINES);
    }

    /** Its read model. */
    Path index() {
        return index;
    }

    @Override
    public void close() throws IOException {
        process.stop();
        keycloak.close();
        silent.close();
    }
}
