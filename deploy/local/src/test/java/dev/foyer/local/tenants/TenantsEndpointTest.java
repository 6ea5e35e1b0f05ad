package dev.foyer.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.topics.TopicList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets as far as a request, and what can be refused before the broker is asked: there is none here. */
class TenantsEndpointTest {

    @TempDir
    Path folder;

    private Home home;
    private Certificates certificates;
    private TenantsEndpoint door;

    @BeforeEach
    void open() throws IOException {
        home = new Home(folder);
        home.create();
        certificates = Secrets.prepare(home, Map.of()).certificates();
        Tenants tenants =
                new Tenants(home, Ports.free(), TopicList.read(Repository.find().topics()), line -> {});
        door = new TenantsEndpoint(
                0, certificates.server(Certificates.TENANTS, Certificates.GATEWAY), new TenantChanges(tenants));
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Api as(String name) {
        return Api.internal(
                URI.create("https://127.0.0.1:" + door.port()), certificates.client(name, Certificates.TENANTS));
    }

    private Answer add(String tenant, String administrator) {
        return as(Certificates.GATEWAY).post("/tenants", Map.of("tenant", tenant, "administrator", administrator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin-service", "notification-service", "meeting-service", "operator", "tenants"})
    void onlyTheGatewayIsLetIn(String name) {
        Api other = as(name);
        assertThrows(CannotRun.class, () -> other.post("/tenants", Map.of("tenant", "northwind.com")));
        assertThrows(CannotRun.class, () -> other.delete("/tenants/contoso.com"));
    }

    @Test
    void withoutACertificateNobodyIs() {
        Api stranger = Api.anonymous(URI.create("http://127.0.0.1:" + door.port()));
        assertThrows(CannotRun.class, () -> stranger.delete("/tenants/contoso.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "Northwind.com, admin@x, 400, tenant-invalid",
        "northwind, admin@x, 400, tenant-invalid",
        "operators, admin@x, 400, tenant-invalid",
        "../northwind.com, admin@x, 400, tenant-invalid",
        "northwind.com, a b, 400, administrator-invalid",
        "northwind.com, admin:x, 400, administrator-invalid",
        "northwind.com, admin, 409, account-exists",
        "northwind.com, operator, 409, account-exists",
        "contoso.com, admin@x, 409, tenant-exists"
    })
    void whatCannotBeIsRefused(String tenant, String administrator, int status, String type) {
        Answer answer = add(tenant, administrator);
        assertEquals(status, answer.status());
        assertEquals("/problems/" + type, answer.text("type"));
    }

    @Test
    void onlyNamesAreTaken() {
        assertEquals(
                400,
                as(Certificates.GATEWAY)
                        .post("/tenants", Map.of("tenant", "northwind.com", "roles", List.of("operator")))
                        .status());
        assertEquals(404, as(Certificates.GATEWAY).post("/users", Map.of()).status());
        assertEquals(
                404, as(Certificates.GATEWAY).delete("/tenants/nobody.example").status());
        assertEquals(
                400,
                as(Certificates.GATEWAY).delete("/tenants/..%2fcontoso.com").status());
    }

    @Test
    void oneAtATimeWhoeverAsks() {
        try (ExclusiveLock _ =
                ExclusiveLock.tryTake(home.run().resolve("tenants-lock")).orElseThrow()) {
            Answer answer = add("northwind.com", "admin@x");
            assertEquals(503, answer.status());
            assertEquals("/problems/tenants-not-now", answer.text("type"));
            assertTrue(answer.text("detail").startsWith("Another tenant is being added or removed"));
        }
        assertFalse(Secrets.accountsOf(home).isThere("admin@x"));
    }

    @Test
    void anOperatorIsOfNoTenant() {
        Accounts accounts = Secrets.accountsOf(home);
        assertEquals(List.of("operator"), accounts.named("operator").roles());
        assertEquals(List.of("contoso.com", "fabrikam.com"), accounts.tenants());
    }
}
