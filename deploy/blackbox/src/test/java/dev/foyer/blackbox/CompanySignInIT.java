package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.home.Home;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import dev.foyer.local.tenants.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People sign in with their company: a gateway of its own beside two realms of a real Keycloak, one for each tenant. */
@ExtendWith(SharedFoyer.Lender.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class CompanySignInIT {

    private static final String USER = "/api/v1/users/company-1";

    @TempDir
    static Path folder;

    private static SharedFoyer foyer;
    private static CompanyGateway gateway;

    @BeforeAll
    static void start(SharedFoyer shared) throws Exception {
        foyer = shared;
        gateway = CompanyGateway.start(shared.foyer(), folder);
        Map<String, String> profile =
                Map.of("userPrincipalName", "company-1@contoso.com", "displayName", "Of a company");
        assertEquals(201, gateway.bearer("contoso", "mira").put(USER, profile).status());
    }

    @AfterAll
    static void stop() throws IOException {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void aTokenOfTheCompanyIsItsTenantAndRoles() throws Exception {
        Api mira = gateway.bearer("contoso", "mira");
        Api vera = gateway.bearer("fabrikam", "vera");
        assertEquals(200, mira.get("/api/v1/settings").status());
        assertEquals(200, mira.get(USER).status());
        assertEquals(404, vera.get(USER).status());
        assertEquals(200, vera.get("/api/v1/settings").status());
        Api ada = gateway.bearer("contoso", "ada");
        assertEquals(200, ada.get(USER).status());
        assertEquals(403, ada.post(USER + "/conferencing", Map.of()).status());
        // The provider may have any roles: those that are not ours give nothing.
        assertEquals(403, gateway.bearer("contoso", "nora").get(USER).status());
    }

    /** With a token of the operators' own provider, and no account of ours. */
    @Test
    void anOperatorAddsAndRemovesTenants() throws Exception {
        String token =
                gateway.keycloak().token("staff", "foyer", CompanyGateway.SECRET, "olga", CompanyGateway.PASSWORD);
        Api olga = gateway.as("Bearer " + token);
        Operator commandLine = Operator.of(new Home(foyer.home()), gateway.page(), Map.of(Operator.TOKEN, token));
        Answer made = commandLine.add("northwind.example");
        assertTrue(
                made.at("administrator").isMissingNode()
                        || made.at("administrator").isNull(),
                made::toString);
        Api named = olga.with("Foyer-Tenant", "northwind.example");
        assertEquals(200, named.get("/api/v1/settings").status());
        assertEquals(200, named.get("/api/v1/users").status());
        assertEquals(
                403,
                gateway.bearer("contoso", "mira")
                        .delete("/api/v1/tenants/northwind.example")
                        .status());
        // A role that the operators' provider gives beside it counts nowhere.
        assertEquals(403, olga.with("Foyer-Tenant", "contoso.com").delete(USER).status());
        Api elsewhere = Api.as(
                        foyer.foyer().account("operator"), foyer.foyer().ports().http(Endpoint.GATEWAY))
                .with("Foyer-Tenant", "northwind.example");
        Awaitility.await().until(() -> elsewhere.get("/api/v1/users").status() == 200);
        commandLine.remove("northwind.example");
        Awaitility.await().until(() -> elsewhere.get("/api/v1/users").status() == 404);
        assertEquals(404, named.get("/api/v1/settings").status());
        assertEquals(404, olga.delete("/api/v1/tenants/northwind.example").status());
    }

    /** Rule A3, with the user id from the token. */
    @Test
    @Tag("A3")
    void nobodyResetsTheirOwnPin() throws Exception {
        Api mira = gateway.bearer("contoso", "mira");
        Map<String, String> profile =
                Map.of("userPrincipalName", "mira.keller@contoso.com", "displayName", "Mira Keller");
        Answer provisioned = mira.put("/api/v1/users/mira.keller", profile);
        assertTrue(provisioned.status() < 300, provisioned::toString);
        Answer enabled = mira.post("/api/v1/users/mira.keller/conferencing", Map.of());
        assertEquals(403, enabled.status(), enabled::toString);
        assertEquals("/problems/own-pin-reset", enabled.text("type"));
    }

    /** The same by our own command line, which renews what has expired. */
    @Test
    void foyerctlSignsInOnAnotherScreenAndRenewsItself() throws Exception {
        CtlProcess ctl = new CtlProcess(folder, Map.of()).keeping(Files.createTempDirectory(folder, "kept"));
        Process login = ctl.start(
                "login",
                gateway.page().toString(),
                "--issuer",
                gateway.keycloak().issuer("contoso"));
        try (BufferedReader said = login.inputReader();
                CompanyBrowser browser = new CompanyBrowser(gateway.page())) {
            Matcher told = Pattern.compile("Open (\\S+) in a browser and sign in; the code is \\S+\\.")
                    .matcher(said.readLine());
            assertTrue(told.matches());
            String consent = browser.signIn(browser.open(URI.create(told.group(1))), "mira", CompanyGateway.PASSWORD);
            browser.submit(consent, Map.of("accept", "Yes"));
            String rest = String.join("\n", said.lines().toList());
            assertEquals(0, login.waitFor(), rest);
            assertTrue(rest.contains(" of contoso.com (conferencing-admin), profile default."), rest);
        }
        assertEquals(0, ctl.run("user", "get", "company-1@contoso.com").code());
        Path kept = ctl.kept().resolve("profiles.json");
        String before = Files.readString(kept);
        Files.writeString(kept, before.replaceAll("(\"expires\" *: *\")[^\"]*", "$11970-01-01T00:00:00Z"));
        CtlProcess.Ended renewed = ctl.run("user", "get", "company-1@contoso.com");
        assertEquals(0, renewed.code(), renewed.text());
        assertFalse(Files.readString(kept).contains("1970-01-01"), "another token is kept");
    }

    /** A command line: the person signs in on another screen, the command line waits for the token (RFC 8628). */
    @Test
    void aTokenOfTheDeviceFlowOpensTheApi() throws Exception {
        Keycloak.Device device = gateway.keycloak().device("contoso", "foyer-cli");
        assertTrue(
                gateway.keycloak().deviceToken("contoso", "foyer-cli", device).isEmpty(), "nobody has signed in");
        try (CompanyBrowser browser = new CompanyBrowser(gateway.page())) {
            String consent = browser.signIn(browser.open(device.page()), "mira", CompanyGateway.PASSWORD);
            String agreed = browser.submit(consent, Map.of("accept", "Yes"));
            assertTrue(agreed.contains("Device Login Successful"), agreed);
        }
        String token = Awaitility.await()
                .pollInterval(Duration.ofSeconds(2)) // Keycloak wants to be asked once a second at most
                .atMost(Duration.ofMinutes(1))
                .until(() -> gateway.keycloak().deviceToken("contoso", "foyer-cli", device), Optional::isPresent)
                .orElseThrow();
        Api commandLine = gateway.as("Bearer " + token);
        assertEquals(200, commandLine.get(USER).status());
        Map<String, String> renamed =
                Map.of("userPrincipalName", "company-1@contoso.com", "displayName", "Renamed by a command");
        assertEquals(200, commandLine.put(USER, renamed).status());
    }

    @Test
    void whatIsNotForUsOrNotOfTheCompanyIsNotBelieved() throws Exception {
        Keycloak keycloak = gateway.keycloak();
        String good = keycloak.token("contoso", "foyer", CompanyGateway.SECRET, "mira", CompanyGateway.PASSWORD);
        refused(keycloak.token("contoso", "other", CompanyGateway.SECRET, "mira", CompanyGateway.PASSWORD));
        refused(keycloak.idToken("contoso", "foyer", CompanyGateway.SECRET, "mira", CompanyGateway.PASSWORD));
        refused(good + "x");
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace("contoso", "fabrikam");
        refused(parts[0] + "." + encoded(claims) + "." + parts[2]);
        refused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused("nonsense");
        assertEquals(401, Api.anonymous(gateway.page()).get("/api/v1/settings").status());
    }

    private static void refused(String token) {
        Answer answer = gateway.as("Bearer " + token).get("/api/v1/settings");
        assertEquals(401, answer.status());
        assertEquals("/problems/not-signed-in", answer.text("type"));
    }

    /** The embedded accounts are off. */
    @Test
    void noPasswordOfOursOpens() {
        var admin = foyer.foyer().account("admin");
        assertEquals(401, Api.as(admin, gateway.page()).get("/api/v1/settings").status());
    }

    /** It takes calls and never answers; the gateway started all the same, and others' people do not notice. */
    @Test
    void aProviderThatHangsIsNotTheCallersFault() throws Exception {
        String issuer = gateway.keycloak().issuer("contoso");
        String token =
                gateway.keycloak().token("contoso", "foyer", CompanyGateway.SECRET, "mira", CompanyGateway.PASSWORD);
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace(issuer, gateway.silentIssuer());
        Answer hung = gateway.as("Bearer " + parts[0] + "." + encoded(claims) + "." + parts[2])
                .get("/api/v1/settings");
        assertEquals(503, hung.status(), hung::toString);
        assertEquals("/problems/identity-provider-away", hung.text("type"));
        assertEquals(200, gateway.as("Bearer " + token).get("/api/v1/settings").status());
    }

    @Test
    @Tag("case-S6")
    void aSignOutEndsTheSessionForWhoCopiedItsCookie() throws Exception {
        try (CompanyBrowser browser = new CompanyBrowser(gateway.page());
                Browser thief = new Browser(gateway.page().toString(), "127.0.0.1")) {
            assertTrue(browser.open("/admin/users").contains("name=\"organization\""));
            String form = browser.open("/admin/sign-in/company/contoso");
            assertTrue(form.contains("kc-form-login"), form);
            String arrived = browser.signIn(form, "mira", CompanyGateway.PASSWORD);
            assertTrue(arrived.contains("url=/admin/users"), arrived);
            assertTrue(browser.open("/admin/users").contains("Of a company"));
            assertFalse(browser.cookies().contains("q_session"), "Quarkus keeps nothing");

            String stolen = browser.cookies();
            assertEquals(200, thief.get("/admin/users", stolen).statusCode());
            var signedOut = thief.post("/admin/sign-out", stolen, Map.of());
            assertEquals(303, signedOut.statusCode());
            assertTrue(signedOut.headers().firstValue("Location").orElseThrow().endsWith("/sign-out/company/contoso"));
            assertEquals(303, thief.get("/admin/users", stolen).statusCode());
            assertEquals(
                    401,
                    thief.post("/admin/users/company-1/act/reset", stolen, Map.of())
                            .statusCode());
        }
    }

    /** The page's security headers and the cookie's rules let it through, and nothing stays signed in. */
    @Test
    void inARealBrowserOnAnotherSiteThanTheCompany() {
        List<String> complaints = new ArrayList<>();
        try (Playwright playwright = Chromium.driver();
                var browser = Chromium.launch(playwright);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")
                        && message.location()
                                .startsWith(gateway.pageOnAnotherSite().toString())) {
                    complaints.add(message.text());
                }
            });
            page.navigate(gateway.pageOnAnotherSite().toString());
            toTheCompany(page);
            page.locator("#username").fill("mira");
            page.locator("#password").fill(CompanyGateway.PASSWORD);
            page.locator("#kc-login").click();
            page.waitForURL("**/admin/users");
            page.getByText("Of a company")
                    .or(page.getByText("Renamed by a command"))
                    .first()
                    .waitFor();

            page.locator("button.who").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.locator("#kc-logout").click();
            toTheCompany(page);
            page.locator("#password").waitFor(); // asked again: the company has forgotten, too
            page.navigate(gateway.pageOnAnotherSite() + "admin/users");
            page.locator("#organization").waitFor();
        }
        assertEquals(List.of(), complaints, "The browser complained");
    }

    /** What a company's people see of ours before they are in, light and dark, and on a telephone. */
    @Test
    void whoeverSignsInWithACompanyCanReadAndUseItsPages() {
        try (Playwright playwright = Chromium.driver();
                var browser = Chromium.launch(playwright);
                BrowserContext context = browser.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 640))) {
            Page page = context.newPage();
            for (String path : List.of(
                    "admin/sign-in",
                    "admin/sign-in/organization?organization=nobody.example",
                    "admin/sign-in/failed",
                    "admin/sign-in/away",
                    "admin/sign-out/company/adatum")) {
                page.navigate(gateway.pageOnAnotherSite() + path);
                for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
                    assertEquals(List.of(), Axe.violations(page), colours + " " + path);
                }
                assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"), path);
            }
        }
    }

    private static void toTheCompany(Page page) {
        page.locator("#organization").fill("contoso.com");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                .click();
    }

    @Test
    void embeddedAccountsBesideItStopTheStartWithOneSentence() throws Exception {
        start("contoso.com", Map.of()).saying("leave the accounts file out");
    }

    @Test
    void noSignInAtAllStopsTheStartWithOneSentence() throws Exception {
        new RefusedStart(Component.ADMIN_GATEWAY, Files.createTempDirectory(folder, "start"))
                .without("FOYER_ACCOUNTS_FILE")
                .saying("Nobody could sign in: set a provider under foyer.oidc");
    }

    @Test
    void anOpenWayToTheProviderStopsTheStartWithOneSentence() throws Exception {
        start("contoso.com", Map.of("FOYER_OIDC_CONTOSO_ISSUER_URL", "http://sso.contoso.example/"))
                .without("FOYER_ACCOUNTS_FILE")
                .saying("has an issuer-url that is not https");
    }

    private static RefusedStart start(String tenants, Map<String, String> more) throws IOException {
        Path own = Files.createTempDirectory(folder, "start");
        Map<String, String> environment = new HashMap<>(Map.of(
                "FOYER_OIDC_CONTOSO_ISSUER_URL",
                "https://sso.contoso.example/",
                "FOYER_OIDC_CONTOSO_CLIENT_ID",
                "foyer",
                "FOYER_OIDC_CONTOSO_CLIENT_SECRET_FILE",
                Files.writeString(own.resolve("secret"), CompanyGateway.SECRET).toString(),
                "FOYER_OIDC_CONTOSO_TENANTS",
                tenants));
        environment.putAll(more);
        return new RefusedStart(Component.ADMIN_GATEWAY, own).with(environment);
    }

    /** After all others: nothing of what they used is in the log or the read model. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noTokenAndNoSecretIsKept() throws IOException {
        List<String> needles = new ArrayList<>(gateway.keycloak().issued());
        assertFalse(needles.isEmpty());
        needles.add(CompanyGateway.SECRET);
        needles.add(CompanyGateway.PASSWORD);
        String log = String.join("\n", gateway.log());
        assertFalse(log.contains("\tat "), log);
        for (String needle : needles) {
            assertFalse(log.contains(needle), "a secret is in the log");
        }
        try (Stream<Path> files = Files.walk(gateway.index())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, ISO_8859_1);
                assertTrue(needles.stream().noneMatch(bytes::contains), file::toString);
            }
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }
}
