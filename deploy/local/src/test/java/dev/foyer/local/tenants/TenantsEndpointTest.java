package dev.foyer.local.tenants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.local.CannotRun;
import dev.foyer.local.home.ExclusiveLock;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Accounts;
import dev.foyer.local.secrets.Certificates;
import dev.foyer.local.secrets.Secrets;
import dev.foyer.local.topics.TopicList;
import dev.foyer.service.calls.CallClaims;
import dev.foyer.service.calls.CallSigner;
import dev.foyer.service.calls.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets as far as a request, and what can be refused before the broker is asked: there is none here. */
class TenantsEndpointTest {

    @TempDir
    static Path folder;

    private static Home home;
    private static Secrets secrets;

    private TenantsEndpoint door;

    /** Once: nothing of it is changed by what is refused. */
    @BeforeAll
    static void prepare() {
        home = new Home(folder);
        home.create();
        secrets = Secrets.prepare(home, Map.of());
    }

    @BeforeEach
    void open() throws IOException {
        Tenants tenants = new Tenants(home, TopicList.read(Repository.find().topics()), line -> {});
        door = new TenantsEndpoint(
                0,
                secrets.certificates().server(Certificates.TENANTS, Certificates.GATEWAY),
                TenantsMain.claims(secrets.gatewayPublicKeys()),
                tenants);
        door.start();
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Api as(String name) {
        return Api.internal(
                URI.create("https://127.0.0.1:" + door.port()),
                secrets.certificates().client(name, Certificates.TENANTS));
    }

    private Api operatorOf(String tenant) throws IOException {
        return saying(token("admin-gateway", "tenants", tenant, "operator", Instant.now()));
    }

    private Api saying(String token) {
        return as(Certificates.GATEWAY).with("Authorization", "Bearer " + token);
    }

    private static String token(String issuer, String audience, String tenant, String role, Instant at)
            throws IOException {
        return token(secrets.gatewayPrivateKeys(), issuer, audience, tenant, role, at);
    }

    private static String token(Path key, String issuer, String audience, String tenant, String role, Instant at)
            throws IOException {
        SigningKey signs = SigningKey.read(Files.readString(key), "The key");
        return new CallSigner(() -> signs, issuer, Duration.ofSeconds(10), InstantSource.fixed(at))
                .sign(audience, new CallClaims(tenant, new Actor("olga", role, null), "command-1", "correlation-1"));
    }

    private static Answer add(Api api, String tenant, String administrator) {
        Map<String, Object> wanted = new HashMap<>(Map.of("account", true));
        wanted.put("administrator", administrator);
        return api.put("/tenants/" + tenant, wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin-service", "notification-service", "meeting-service", "operator", "tenants"})
    void onlyTheGatewayIsLetIn(String name) {
        Api other = as(name);
        assertThrows(CannotRun.class, () -> add(other, "northwind.com", null));
        assertThrows(CannotRun.class, () -> other.delete("/tenants/contoso.com"));
    }

    @Test
    void withoutACertificateNobodyIs() {
        Api stranger = Api.anonymous(URI.create("http://127.0.0.1:" + door.port()));
        assertThrows(CannotRun.class, () -> stranger.delete("/tenants/contoso.com"));
    }

    /** Its certificate alone is worth nothing. */
    @Test
    void theGatewayHasToShowWhoAsks(@TempDir Path other) throws IOException {
        Instant now = Instant.now();
        String tenant = "fabrikam.com";
        Home another = new Home(other);
        another.create();
        Path foreign = Secrets.prepare(another, Map.of()).gatewayPrivateKeys();
        for (Api api : List.of(
                as(Certificates.GATEWAY),
                saying("x"),
                saying(token("admin-gateway", "pin-service", tenant, "operator", now)),
                saying(token("pin-service", "tenants", tenant, "operator", now)),
                saying(token("admin-gateway", "tenants", tenant, "operator", now.minusSeconds(60))),
                saying(token(foreign, "admin-gateway", "tenants", tenant, "operator", now)))) {
            refused(401, "claims-refused", api, tenant);
        }
        for (String role : List.of("conferencing-admin", "auditor", "bridge", "service", "anonymous")) {
            refused(403, "role-missing", saying(token("admin-gateway", "tenants", tenant, role, now)), tenant);
        }
        refused(404, "tenant-not-yours", operatorOf("contoso.com"), tenant);
        assertEquals(
                List.of("contoso.com", "fabrikam.com"), Secrets.accountsOf(home).tenants());
    }

    private static void refused(int status, String type, Api api, String tenant) {
        for (Answer answer : List.of(
                api.post("/tenants/" + tenant + "/closing", Map.of()),
                api.post("/tenants/" + tenant + "/reading", Map.of()),
                api.post("/tenants/" + tenant + "/unaddressable-users", Map.of("users", List.of("u"))),
                api.delete("/tenants/" + tenant),
                add(api, tenant, null))) {
            assertEquals(status, answer.status());
            assertEquals("/problems/" + type, answer.text("type"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "northwind.com, a b, 400, administrator-invalid",
        "northwind.com, admin:x, 400, administrator-invalid",
        "northwind.com, admin, 409, account-exists",
        "northwind.com, operator, 409, account-exists",
        "contoso.com, admin@x, 409, tenant-exists"
    })
    void whatCannotBeIsRefused(String tenant, String administrator, int status, String type) throws IOException {
        Answer answer = add(operatorOf(tenant), tenant, administrator);
        assertEquals(status, answer.status());
        assertEquals("/problems/" + type, answer.text("type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Northwind.com", "northwind", "operators", "..", "-"})
    void whatIsNoNameIsMadeNothingOf(String tenant) throws IOException {
        assertEquals(400, add(operatorOf(tenant), tenant, "admin@x").status());
        assertFalse(Secrets.accountsOf(home).isThere("admin@x"));
    }

    @Test
    void onlyNamesAreTaken() throws IOException {
        Api operator = operatorOf("northwind.com");
        assertEquals(
                400,
                operator.put("/tenants/northwind.com", Map.of("account", true, "roles", List.of("operator")))
                        .status());
        assertEquals(404, operator.post("/users", Map.of()).status());
        assertEquals(
                404, operator.post("/tenants/northwind.com/rules", Map.of()).status());
        assertEquals(
                404, operator.post("/tenants/northwind.com/closing", Map.of()).status());
        assertEquals(
                400,
                operatorOf("../contoso.com").delete("/tenants/..%2fcontoso.com").status());
    }

    /** A number is no name, and a word no yes: whoever sends it means something else. */
    @Test
    @Tag("case-T2")
    void whatIsSaidIsTakenAsItIsOrNotAtAll() throws IOException {
        Api operator = operatorOf("northwind.com");
        for (Map<String, Object> odd :
                List.<Map<String, Object>>of(Map.of("account", true, "administrator", 5), Map.of("account", "true"))) {
            Answer answer = operator.put("/tenants/northwind.com", odd);
            assertEquals(400, answer.status(), odd::toString);
            assertFalse(Secrets.accountsOf(home).isThere("5"));
        }
        assertEquals("/problems/not-found", operator.post("/users", Map.of()).text("type"));
        assertEquals(
                "/problems/not-found",
                operator.post("/tenants/northwind.com/rules", Map.of()).text("type"));
    }

    /** What was said to have gone, or is not closed, is not taken away. */
    @Test
    void onlyWhatIsClosedIsTakenAway() throws IOException {
        assertEquals(
                204,
                operatorOf("northwind.com").delete("/tenants/northwind.com").status());
        Answer answer = operatorOf("contoso.com").delete("/tenants/contoso.com");
        assertEquals("/problems/tenant-not-closed", answer.text("type"));
    }

    @Test
    void oneAtATimeWhoeverAsks() throws IOException {
        try (ExclusiveLock _ =
                ExclusiveLock.tryTake(home.run().resolve("tenants-lock")).orElseThrow()) {
            Answer answer = add(operatorOf("northwind.com"), "northwind.com", "admin@x");
            assertEquals(503, answer.status());
            assertEquals("/problems/tenants-not-now", answer.text("type"));
            assertTrue(answer.text("detail").startsWith("Another tenant is being added or removed"));
        }
        assertFalse(Secrets.accountsOf(home).isThere("admin@x"));
    }

    @Test
    void aRepetitionIsToldThePasswordThatWasToldAndNoLaterOne() throws IOException {
        Added added = new Added(home);
        Account tilda = new Account("tilda", "tailspin.com", List.of("conferencing-admin"), null, "one-0123456789");
        added.begin("tailspin.com", "command-1");
        assertFalse(added.told(tilda));
        added.tells(tilda);
        assertTrue(added.told(tilda));
        assertEquals("command-1", added.commandOf("tailspin.com").orElseThrow());
        assertFalse(added.told(
                new Account("tilda", "tailspin.com", List.of("conferencing-admin"), null, "another-0123456789")));
        Files.setLastModifiedTime(
                home.secrets().resolve("added").resolve("tailspin.com"),
                FileTime.from(Instant.now().minus(Added.REPEATABLE)));
        assertFalse(added.told(tilda), "whoever asks so late may only know the key");
        added.remove("tailspin.com");
        assertTrue(added.commandOf("tailspin.com").isEmpty());
    }

    @Test
    void anOperatorIsOfNoTenant() {
        Accounts accounts = Secrets.accountsOf(home);
        assertEquals(List.of("operator"), accounts.named("operator").roles());
        assertEquals(List.of("contoso.com", "fabrikam.com"), accounts.tenants());
    }
}
