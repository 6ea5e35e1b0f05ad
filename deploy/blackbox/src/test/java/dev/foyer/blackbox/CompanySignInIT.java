package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Child;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People sign in with their company: a gateway of its own beside two realms of a real Keycloak, one for each tenant. */
@ExtendWith(SharedFoyer.Lender.class)
@Tag("long")
class CompanySignInIT {

    private static final String PASSWORD = "correct-horse-battery";
    private static final String SECRET = "secret-of-the-tests-0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static Child gateway;
    private static SharedFoyer foyer;
    private static URI page;

    @BeforeAll
    static void start(SharedFoyer shared) throws Exception {
        foyer = shared;
        Ports ports = Ports.free();
        page = ports.http(Endpoint.GATEWAY).resolve("/");
        keycloak = Keycloak.start(
                folder,
                Map.of("gateway", ports.http(Endpoint.GATEWAY).toString(), "secret", SECRET, "password", PASSWORD));
        gateway = gateway(ports, "");
        assertTrue(Pause.untilTrue(PATIENCE, () -> !gateway.isAlive() || isReady()) && gateway.isAlive(), "no gateway");
    }

    private static boolean isReady() {
        try {
            // Not 503: the index is there.
            return Api.anonymous(page)
                            .with(
                                    "Authorization",
                                    "Bearer " + keycloak.token("contoso", "foyer", SECRET, "mira", PASSWORD))
                            .get("/api/v1/users")
                            .status()
                    == 200;
        } catch (Exception e) {
            return false; // nobody listens yet
        }
    }

    /** @param accounts the accounts file; empty: none */
    private static Child gateway(Ports ports, String accounts) throws IOException {
        Path secret = Files.writeString(folder.resolve("client-secret"), SECRET);
        Path settings = Files.writeString(
                folder.resolve("gateway.properties"),
                String.join(
                        "\n",
                        "foyer.oidc.contoso.issuer-url=" + keycloak.issuer("contoso"),
                        "foyer.oidc.contoso.client-id=foyer",
                        "foyer.oidc.contoso.client-secret-file=" + secret,
                        "foyer.oidc.contoso.tenants=contoso.com",
                        "foyer.oidc.fabrikam.issuer-url=" + keycloak.issuer("fabrikam"),
                        "foyer.oidc.fabrikam.client-id=foyer",
                        "foyer.oidc.fabrikam.client-secret-file=" + secret,
                        "foyer.oidc.fabrikam.tenants=fabrikam.com",
                        "foyer.oidc.fabrikam.roles-claim=groups",
                        "foyer.oidc.fabrikam.roles.\"Fabrikam\\ Admins\"=conferencing-admin"));
        return foyer.foyer()
                .startAnother(
                        Component.ADMIN_GATEWAY,
                        ports,
                        Map.of(
                                "QUARKUS_CONFIG_LOCATIONS", settings.toString(),
                                "FOYER_ACCOUNTS_FILE", accounts,
                                "FOYER_INDEX_DIRECTORY",
                                        folder.resolve("index-" + ports.of(Endpoint.GATEWAY))
                                                .toString()));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.stop();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void aTokenOfTheCompanyIsItsTenantAndRoles() throws Exception {
        Api mira = bearer("contoso", "foyer", "mira");
        Api vera = bearer("fabrikam", "foyer", "vera");
        assertEquals(200, mira.get("/api/v1/settings").status());
        String user = "/api/v1/users/company-1";
        Map<String, String> profile =
                Map.of("userPrincipalName", "company-1@contoso.com", "displayName", "Of a company");
        assertEquals(201, mira.put(user, profile).status());
        assertEquals(200, mira.get(user).status());
        assertEquals(404, vera.get(user).status());
        assertEquals(200, vera.get("/api/v1/settings").status());
        // The provider may have any roles: those that are not ours give nothing.
        Api ada = bearer("contoso", "foyer", "ada");
        assertEquals(200, ada.get(user).status());
        assertEquals(403, ada.post(user + "/conferencing", Map.of()).status());
        assertEquals(403, bearer("contoso", "foyer", "nora").get(user).status());
    }

    /** Rule A3, with the user id from the token. */
    @Test
    void nobodyResetsTheirOwnPin() throws Exception {
        Api mira = bearer("contoso", "foyer", "mira");
        Map<String, String> profile =
                Map.of("userPrincipalName", "mira.keller@contoso.com", "displayName", "Mira Keller");
        Answer provisioned = mira.put("/api/v1/users/mira.keller", profile);
        assertTrue(provisioned.status() < 300, provisioned::toString);
        Answer enabled = mira.post("/api/v1/users/mira.keller/conferencing", Map.of());
        assertEquals(403, enabled.status(), enabled::toString);
        assertEquals("/problems/own-pin-reset", enabled.text("type"));
    }

    @Test
    void whatIsNotForUsOrNotOfTheCompanyIsNotBelieved() throws Exception {
        String good = keycloak.token("contoso", "foyer", SECRET, "mira", PASSWORD);
        assertEquals(
                401, bearer("contoso", "other", "mira").get("/api/v1/settings").status()); // another audience
        assertEquals(401, as("Bearer " + good + "x").get("/api/v1/settings").status());
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("contoso", "fabrikam");
        String forged = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "."
                + parts[2];
        assertEquals(401, as("Bearer " + forged).get("/api/v1/settings").status());
        assertEquals(401, as("Bearer nonsense").get("/api/v1/settings").status());
        assertEquals(401, Api.anonymous(page).get("/api/v1/settings").status());
    }

    /** The embedded accounts are off. */
    @Test
    void noPasswordOfOursOpens() {
        var admin = foyer.foyer().account("admin");
        assertEquals(401, Api.as(admin, page).get("/api/v1/settings").status());
    }

    @Test
    void thePageLeadsToTheCompanyAndBackAndASignOutEndsTheSession() throws Exception {
        try (CompanyBrowser browser = new CompanyBrowser(page)) {
            assertTrue(browser.open("/admin/users").contains("name=\"organization\""));
            String form = browser.open("/admin/sign-in/organization?organization=contoso.com");
            assertTrue(form.contains("kc-form-login"), form);
            String arrived = browser.submitLogin(form, "mira", PASSWORD);
            assertTrue(arrived.contains("url=/admin/users"), arrived);
            assertTrue(browser.open("/admin/users").contains("mira"));
            assertFalse(browser.cookies().contains("q_session"), "what Quarkus kept is gone");

            String stolen = browser.cookies();
            try (Browser thief = new Browser(page.toString(), "127.0.0.1")) {
                assertEquals(200, thief.get("/admin/users", stolen).statusCode());
                assertEquals(
                        303, thief.post("/admin/sign-out", stolen, Map.of()).statusCode());
                assertEquals(303, thief.get("/admin/users", stolen).statusCode());
                assertEquals(
                        401,
                        thief.post("/admin/users/company-1/pin/reset", stolen, Map.of())
                                .statusCode());
            }
        }
    }

    @Test
    void embeddedAccountsBesideItStopTheStartWithOneSentence() throws IOException {
        String accounts =
                new Home(foyer.home()).secrets().resolve("accounts.json").toString();
        Child both = gateway(Ports.free(), accounts);
        assertTrue(Pause.untilTrue(PATIENCE, () -> !both.isAlive()));
        List<String> said = both.lastLines(50);
        assertTrue(said.stream().anyMatch(line -> line.contains("leave the accounts file out")), said::toString);
        assertFalse(said.stream().anyMatch(line -> line.contains("\tat ")), said::toString);
    }

    private static Api bearer(String realm, String client, String user) throws Exception {
        return as("Bearer " + keycloak.token(realm, client, SECRET, user, PASSWORD));
    }

    private static Api as(String authorization) {
        return Api.anonymous(page).with("Authorization", authorization);
    }
}
