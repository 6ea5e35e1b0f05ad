package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.foyer.local.http.Api;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that the page does with users, as one would click and type it. Its users are called Pagewright. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("long")
class PageUsersIT {

    private static final int USERS = 60;
    private static final String ALL = "admin/users?q=pagewright";

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start(SharedFoyer lent) {
        playwright = Chromium.driver();
        browser = Chromium.launch(playwright);
        shared = lent;
        foyer = lent.foyer();
        Api admin = foyer.cast().admin();
        for (int i = 0; i < USERS; i++) {
            String name = "page.%02d".formatted(i);
            admin.put(
                    "/api/v1/users/" + name,
                    Map.of(
                            "userPrincipalName", name + "@contoso.com",
                            "displayName", "Pagewright %02d".formatted(i),
                            "primarySmtpAddress", name + "@contoso.com"));
        }
        for (int i = 0; i < 10; i++) {
            shared.issued(admin.post("/api/v1/users/page.%02d/conferencing".formatted(i), Map.of("sendEmail", i < 8))
                    .text("pin"));
        }
        admin.post("/api/v1/users/page.03/pin/lock", Map.of());
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void filtersCountAndPagesGoBothWaysAndTheAddressKeepsIt() {
        try (Window window = window("admin")) {
            Page page = window.page();
            window.to(ALL);
            assertEquals(
                    List.of("All 60", "Enabled 10", "Not enabled 50", "PIN locked 1", "Mail held 2"),
                    page.locator(".facets a").allTextContents());
            assertEquals(25, window.listed().size());
            window.link("Next").click();
            page.getByText("26–50 of 60").waitFor();
            window.link("Next").click();
            page.getByText("51–60 of 60").waitFor();
            window.link("Previous").click();
            page.getByText("26–50 of 60").waitFor();
            assertEquals("Pagewright 25", window.listed().getFirst());
            page.reload();
            assertEquals("Pagewright 25", window.listed().getFirst());
            page.goBack();
            page.getByText("51–60 of 60").waitFor();
            window.link("Name").click();
            page.waitForCondition(() -> window.listed().getFirst().equals("Pagewright 59"));
            page.locator(".facets a").nth(3).click();
            page.waitForCondition(() -> window.listed().equals(List.of("Pagewright 03")));
            window.link("Pagewright 03").click();
            page.locator("#pane-title").getByText("Pagewright 03").waitFor();
            assertTrue(page.url().contains("q=pagewright") && page.url().contains("state=locked"), page.url());
            window.link("Close the user").click();
            assertEquals(List.of("Pagewright 03"), window.listed());
        }
    }

    @Test
    void columnsAndSizeAreChosenAndStayInTheAddress() {
        try (Window window = window("admin")) {
            Page page = window.page();
            window.to(ALL);
            window.button("View").click();
            page.getByLabel("Address").check();
            page.getByLabel("User name").uncheck();
            page.getByLabel("Users on a page").selectOption("50");
            window.button("Apply").first().click();
            page.getByText("1–50 of 60").waitFor();
            assertEquals(
                    List.of("Name", "Address", "Conference ID", "Conferencing"),
                    page.locator("#found thead th").allTextContents().stream()
                            .map(String::strip)
                            .toList());
            assertTrue(page.url().contains("size=50"), page.url());
        }
    }

    @Test
    void oneBoxUnderstandsWhereToLook() {
        try (Window window = window("auditor")) {
            Page page = window.page();
            for (Map.Entry<String, String> each : Map.of(
                            "conf:" + conferenceId("page.05"),
                            "Pagewright 05",
                            "mail:page.07",
                            "Pagewright 07",
                            "*ewright* 08",
                            "Pagewright 08",
                            "name:\"Pagewright 09\"",
                            "Pagewright 09",
                            "locked: pagewr",
                            "Pagewright 03",
                            conferenceId("page.02"),
                            "Pagewright 02")
                    .entrySet()) {
                page.locator("#q").fill(each.getKey());
                page.waitForCondition(() -> window.listed().equals(List.of(each.getValue())));
            }
            page.locator("#q").fill("\"pagewr\"");
            page.getByText("Nobody is found.").waitFor();
            page.locator("#q").fill("tel:12");
            page.getByText("at least four digits").waitFor();
        }
    }

    /** Search, choose, reset, copy out of sight, close: not one click. */
    @Test
    void withTheKeyboardAlone() {
        try (Window window = window("admin")) {
            Page page = window.page();
            page.keyboard().press("/");
            page.keyboard().type("pagewright 0");
            page.waitForCondition(() -> window.listed().size() == 10);
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.locator("#pane-title").getByText("Pagewright 01").waitFor();
            page.keyboard().press("r");
            page.locator("#pane-title").getByText("Reset the PIN?").waitFor();
            page.keyboard().press("Escape");
            page.locator("#pane-title").getByText("Pagewright 01").waitFor();
            page.keyboard().press("r");
            page.locator("#pane button[type=submit]").waitFor();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.locator("#fresh").waitFor();
            shared.issued(String.join(
                    "", page.locator(".digits > [aria-hidden] > span").allTextContents()));
            page.keyboard().press("Escape");
            page.waitForCondition(() -> page.locator("#fresh").count() == 0);
            page.keyboard().press("/");
            page.keyboard().type("pagewright 02");
            page.keyboard().press("Enter"); // the only hit opens
            page.locator("#pane-title").getByText("Pagewright 02").waitFor();
        }
    }

    @Test
    void everyActionIsDoneAndTheListSaysSo() {
        try (Window window = window("admin")) {
            Page page = window.page();
            window.to("admin/users/page.20?q=pagewright%2020");
            act(window, "Enable dial-in conferencing", "Enable");
            shared.issued(String.join(
                    "", page.locator(".digits > [aria-hidden] > span").allTextContents()));
            row(page, "Enabled");
            act(window, "Lock PIN", "Lock");
            row(page, "PIN locked");
            act(window, "Unlock PIN", "Unlock");
            row(page, "Enabled");

            window.link("Numbers and start").click();
            page.getByLabel("Callers may start the meeting without PIN").check();
            window.button("Save").click();
            window.pane().getByText("Saved.").waitFor();
            assertEquals("Yes", value(page, "Callers may start without PIN"));

            String before = value(page, "Conference ID");
            act(window, "Conference ID", "Change conference ID");
            window.pane().getByText("has another conference ID").waitFor();
            String random = value(page, "Conference ID");
            assertNotEquals(before, random);
            window.link("Conference ID").click();
            page.locator(".chosen-id").fill("12");
            window.button("Change conference ID").click();
            page.locator("#pane [role=alert]").waitFor();
            page.locator(".chosen-id").fill(before);
            window.button("Change conference ID").click();
            window.pane().getByText("has another conference ID").waitFor();
            assertEquals(before, value(page, "Conference ID"));

            window.link("Send conference information").click();
            page.getByLabel("The other address").fill("elsewhere@contoso.com");
            window.button("Send").click();
            window.pane().getByText("The mail is on its way.").waitFor();
            page.waitForCondition(
                    () -> !foyer.cast().mails().to("elsewhere@contoso.com").isEmpty());

            act(window, "Turn off", "Turn off");
            row(page, "Not enabled");
        }
    }

    @Test
    @Tag("A4")
    void withoutScriptThereAreListSearchAndReset() {
        try (Window window = window("admin", new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = window.page();
            page.locator("#q").fill("pagewright 04");
            page.locator("#q").press("Enter");
            assertEquals(List.of("Pagewright 04"), window.listed());
            window.link("Pagewright 04").click();
            window.link("Reset PIN").click();
            assertTrue(page.content().contains("stops working at once"));
            window.button("Reset PIN").click();
            assertFalse(page.locator(".digits").isVisible());
            page.locator("summary").click();
            String pin = shared.issued(String.join(
                    "", page.locator(".digits > [aria-hidden] > span").allTextContents()));
            assertTrue(page.locator(".digits").isVisible());
            assertFalse(page.locator(".fresh .needs-script").isVisible());
            assertFalse(page.content().matches("(?s).*\\d{2}:\\d{2}:\\d{2}\\.\\d{6}[^\"]*</time>.*"));
            page.locator("[data-forget]").click();
            assertFalse(page.content().contains(pin));
            // The answer to the form is kept nowhere: going back, the browser has nothing to show.
            PlaywrightException nothing = assertThrows(PlaywrightException.class, page::goBack);
            assertTrue(nothing.getMessage().contains("ERR_CACHE_MISS"), nothing.getMessage());
        }
    }

    @Test
    void onATelephone() {
        try (Window window = window("admin", new NewContextOptions().setViewportSize(360, 640))) {
            Page page = window.page();
            window.to(ALL);
            assertFits(page);
            window.link("Pagewright 06").click();
            page.locator("#pane-title").getByText("Pagewright 06").waitFor();
            assertFalse(page.locator("#found").isVisible());
            assertFits(page);
            window.link("Reset PIN").click();
            window.button("Reset PIN").waitFor();
            assertFits(page);
            window.button("Reset PIN").click();
            page.locator("#fresh").waitFor();
            shared.issued(String.join(
                    "", page.locator(".digits > [aria-hidden] > span").allTextContents()));
            assertFits(page);
            window.button("Menu").click();
            window.link("Suspected scans").click();
            page.waitForURL("**/admin/scans");
            assertFits(page);
        }
    }

    @Test
    void inItalianByTheBrowserAndByChoice() {
        try (Window window = window("admin", new NewContextOptions().setLocale("it-IT"))) {
            Page page = window.page();
            assertEquals("it", page.locator("html").getAttribute("lang"));
            window.link("Utenti telefonici").waitFor();
            window.to("admin/users/page.05");
            window.link("Reimposta PIN").click();
            window.button("Reimposta PIN").click();
            page.locator("#fresh").waitFor();
            shared.issued(String.join(
                    "", page.locator(".digits > [aria-hidden] > span").allTextContents()));
            page.waitForCondition(() -> page.locator(".fate").textContent().contains("Inviato"));
            window.button("Account admin").click();
            page.getByLabel("Lingua").selectOption("en");
            page.getByLabel("Colori").selectOption("DARK");
            page.locator("#account button[type=submit]").first().click();
            assertEquals("en", page.locator("html").getAttribute("lang"));
            assertEquals("rgb(17, 21, 24)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
            assertTrue(page.url().contains("/admin/users/page.05"), page.url());
        }
    }

    /** By the browser's clock, which is set forward: the session at the gateway holds. */
    @Test
    void whoIsIdleIsWarnedAndWhatWasTypedStays() {
        try (Window window = window("admin")) {
            Page page = window.page();
            page.clock().install();
            window.to("admin/users/page.07/act/move");
            page.locator(".chosen-id").fill("1234567");
            page.clock().fastForward("29:20");
            page.getByText("Are you still there?").waitFor();
            window.button("Stay signed in").click();
            page.waitForCondition(() -> !page.getByText("Are you still there?").isVisible());
            page.clock().fastForward("31:00");
            page.getByText("You are signed out").waitFor();
            assertEquals("1234567", page.locator(".chosen-id").inputValue());
        }
    }

    private static void act(Window window, String offer, String confirm) {
        window.link(offer).click();
        window.button(confirm).click();
        window.page().locator("#pane .done, #fresh").first().waitFor();
    }

    private static void row(Page page, String state) {
        page.waitForCondition(
                () -> page.locator("#found tbody .tag").first().textContent().equals(state));
    }

    private static String value(Page page, String term) {
        Locator found = page.locator("#pane dt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + term + "$")))
                .locator("+ dd");
        return found.textContent().strip();
    }

    private static void assertFits(Page page) {
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0, beyond, "It is wider than the window");
    }

    private static String conferenceId(String user) {
        return foyer.cast()
                .admin()
                .get("/api/v1/users/" + user)
                .at("conferencing")
                .path("conferenceId")
                .asText();
    }

    private static Window window(String account) {
        return window(account, new NewContextOptions());
    }

    private static Window window(String account, NewContextOptions options) {
        return Window.of(account, foyer, browser, options);
    }
}
