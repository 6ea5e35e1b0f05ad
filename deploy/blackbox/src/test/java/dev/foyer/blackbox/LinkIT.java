package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import dev.foyer.local.process.Component;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * View-once links from the real mail to the page, as their readers have them: with a browser that runs no script. What they
 * left in files and topics is searched by {@link LeakIT}. The tenant is one that nobody else here has mails of.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("D7")
class LinkIT {

    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:\\d+/pin/([A-Za-z0-9_-]{43})(?![\\w-])");
    private static final Pattern DIGITS = Pattern.compile("<p class=\"digits\"[^>]*>(\\d+)</p>");

    private static final Map<String, String> PINS = new HashMap<>();

    private static SharedFoyer shared;
    private static Cast cast;
    private static Api admin;
    private static int users;

    private String user;

    /** The settings come by another topic than the PINs: until they are known, a mail has its PIN. */
    @BeforeAll
    static void theTenantWantsLinks(SharedFoyer lent) {
        shared = lent;
        cast = lent.foyer().cast();
        admin = cast.otherAdmin();
        expect(
                200,
                admin.patch(
                        "/api/v1/settings",
                        Map.of(
                                "pinMail", "VIEW_ONCE_LINK",
                                "pinLength", PinHunt.LENGTH,
                                "organizationName", "Fabrikam")));
        soon().until(() -> {
            String probe = newUser();
            return LINK.matcher(mail(probe, 1)).find();
        });
    }

    @BeforeEach
    void somebodyGetsALink() {
        user = newUser();
    }

    @Test
    @Tag("A4")
    void lookedAtTwiceItIsStillGoodAndThePressOfTheButtonShowsThePinOnce() throws IOException {
        String id = notification(user);
        URI link = link(user, 1);
        try (Browser reader = new Browser(shared.foyer().page(), "127.0.0.1")) {
            for (int i = 0; i < 2; i++) {
                String page = reader.get(link.getPath(), "").body();
                assertTrue(page.contains("Fabrikam") && !DIGITS.matcher(page).find(), page);
            }
            Matcher shown =
                    DIGITS.matcher(reader.post(link.getPath(), "", Map.of()).body());
            assertTrue(shown.find(), "No PIN on the page");
            assertTrue(shown.group(1).equals(PINS.get(user)), "Another PIN than the one that was made");
            var second = reader.post(link.getPath(), "", Map.of());
            assertEquals(410, second.statusCode());
            assertFalse(second.body().contains(shown.group(1)));
        }
        soon().until(() -> admin.get("/api/v1/notifications/" + id).text("openedAt") != null);
        JsonNode opened = StreamSupport.stream(
                        admin.get("/api/v1/users/" + user + "/history")
                                .at("items")
                                .spliterator(),
                        false)
                .filter(event -> event.path("type").asText().equals("NotificationOpened"))
                .findFirst()
                .orElseThrow();
        assertEquals("anonymous", opened.path("actor").asText());
        assertFalse(opened.toString().contains("127.0.0."));
    }

    /** It asks first, shows, has been used, is none: light and dark. */
    @Test
    void eachOfItsSheetsCanBeReadByEverybody() {
        try (Playwright playwright = Chromium.driver();
                com.microsoft.playwright.Browser browser = Chromium.launch(playwright);
                BrowserContext window = browser.newContext()) {
            Page page = window.newPage();
            String link = link(user, 1).toString();
            page.navigate(link);
            assertReadable(page);
            page.locator("button").click();
            shared.issued(page.locator(".digits").textContent());
            assertReadable(page);
            page.navigate(link);
            assertReadable(page);
            page.navigate(shared.foyer().page() + "pin/" + "A".repeat(43));
            assertReadable(page);
        }
    }

    private static void assertReadable(Page page) {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            assertEquals(List.of(), Axe.violations(page), colours + " " + page.title());
        }
    }

    @Test
    void withoutScriptAndInTheBrowsersOwnWayItIsTheSame() {
        URI link = link(user, 1);
        try (Playwright playwright = Chromium.driver();
                com.microsoft.playwright.Browser browser = Chromium.launch(playwright);
                BrowserContext window = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = window.newPage();
            assertEquals(200, page.navigate(link.toString()).status());
            assertEquals(200, page.navigate(link.toString()).status());
            page.locator("button").click();
            page.locator(".digits").waitFor();
            String pin = shared.issued(page.locator(".digits").textContent());
            assertFalse(page.url().contains(pin));
            Response again = page.navigate(link.toString());
            assertEquals(410, again.status());
            assertFalse(page.content().contains(pin));
            page.goBack();
            assertFalse(page.content().contains(pin));
        }
    }

    @Test
    @Tag("D5")
    void aResetMakesItDead() throws IOException {
        URI old = link(user, 1);
        shared.issued(expect(200, admin.post("/api/v1/users/" + user + "/pin/reset", Map.of()))
                .text("pin"));
        URI newer = link(user, 2);
        try (Browser reader = new Browser(shared.foyer().page(), "127.0.0.1")) {
            assertEquals(404, reader.post(old.getPath(), "", Map.of()).statusCode());
            assertEquals(
                    reader.get("/pin/" + "A".repeat(43), "").body(),
                    reader.get(old.getPath(), "").body());
            assertEquals(200, reader.get(newer.getPath(), "").statusCode());
        }
    }

    /** Both processes are gone with whatever they had in memory. */
    @Test
    @Tag("F")
    void itOutlivesACrashAndIsUsedUpAfterAnother() throws IOException {
        URI link = link(user, 1);
        try (Browser reader = new Browser(shared.foyer().page(), "127.0.0.1")) {
            shared.foyer().crash(Component.NOTIFICATION_SERVICE);
            soon().until(() -> reader.get(link.getPath(), "").statusCode() == 200);
            Matcher shown =
                    DIGITS.matcher(reader.post(link.getPath(), "", Map.of()).body());
            assertTrue(shown.find(), "No PIN on the page");
            shared.issued(shown.group(1));
            shared.foyer().crash(Component.NOTIFICATION_SERVICE);
            soon().until(() -> reader.get(link.getPath(), "").statusCode() == 410);
            assertEquals(410, reader.post(link.getPath(), "", Map.of()).statusCode());
        }
    }

    private static String newUser() {
        String name = "link-" + ++users;
        String upn = name + "@fabrikam.com";
        expect(
                201,
                admin.put(
                        "/api/v1/users/" + name,
                        Map.of("userPrincipalName", upn, "displayName", "Link " + users, "primarySmtpAddress", upn)));
        Answer enabled = expect(201, admin.post("/api/v1/users/" + name + "/conferencing", Map.of()));
        PINS.put(name, shared.issued(enabled.text("pin")));
        return name;
    }

    private static String notification(String user) {
        String path = "/api/v1/notifications?user=" + user;
        soon().until(() -> admin.get(path).at("items").size() == 1);
        return admin.get(path).at("items").get(0).path("id").asText();
    }

    private static URI link(String user, int count) {
        Matcher found = LINK.matcher(mail(user, count));
        assertTrue(found.find(), "No link in the mail");
        shared.secrets().add("a link's token", null, found.group(1).getBytes(US_ASCII));
        return URI.create(found.group());
    }

    /** The text of the mail that came last, when so many have come. */
    private static String mail(String user, int count) {
        String address = user + "@fabrikam.com";
        soon().until(() -> cast.mails().to(address).size() >= count);
        return cast.mails().to(address).stream()
                .max(Comparator.comparingInt(mail -> mail.path("id").asInt()))
                .orElseThrow()
                .path("text")
                .asText();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private static Answer expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }
}
