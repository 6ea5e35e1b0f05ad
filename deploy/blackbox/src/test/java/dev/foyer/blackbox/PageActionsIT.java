package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.foyer.local.http.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is done with one user, as one would click and type it: by mouse, by keyboard, without script, on a telephone, in Italian. Its
 * users are called Actwright.
 */
@DeskFoyer
class PageActionsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int USERS = 21;
    private static final int ENABLED = 10;

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        DeskUsers users = new DeskUsers(lent);
        Api admin = foyer.cast().admin();
        for (int i = 0; i < USERS; i++) {
            String name = "act.%02d".formatted(i);
            users.named(name, "Actwright %02d".formatted(i));
        }
        for (int i = 0; i < ENABLED; i++) {
            shared.issued(admin.post("/api/v1/users/act.%02d/conferencing".formatted(i), Map.of("sendEmail", true))
                    .text("pin"));
        }
    }

    /** Search, choose, reset, copy out of sight, close: not one click. */
    @Test
    void withTheKeyboardAlone() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            page.keyboard().press("/");
            page.keyboard().type("actwright 0");
            window.until()
                    .is(ENABLED, "How many are listed", () -> window.listed().size());
            for (String arrow : List.of("Down", "Down", "Down", "Up")) {
                page.keyboard().press("Arrow" + arrow);
            }
            page.keyboard().press("Enter");
            page.locator("#pane-title").getByText("Actwright 01").waitFor();
            page.keyboard().press("r");
            page.locator("#pane-title").getByText("Reset the PIN?").waitFor();
            page.keyboard().press("Escape");
            page.locator("#pane-title").getByText("Actwright 01").waitFor();
            page.keyboard().press("r");
            page.locator("#pane button[type=submit]").waitFor();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            shared.issued(window.freshPin());
            page.keyboard().press("Escape");
            window.until()
                    .is(
                            0,
                            "New PINs that are shown",
                            () -> page.locator("#fresh").count());
            page.keyboard().press("/");
            page.keyboard().type("actwright 02");
            page.keyboard().press("Enter"); // the only hit opens
            page.locator("#pane-title").getByText("Actwright 02").waitFor();
        }
    }

    /** WCAG 2.1.4: for whoever speaks to the computer, a letter would be a command. */
    @Test
    void whatALetterDoesAloneCanBeTurnedOff() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users/act.09?q=actwright%2009");
            window.button("Account admin").click();
            page.getByLabel("Single keys act").uncheck();
            window.button("Apply").first().click();
            page.locator("html[data-keys=off]").waitFor();
            assertEquals(0, page.locator("[aria-keyshortcuts]").count());
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.keyboard().press("/");
            assertNotEquals("q", page.evaluate("document.activeElement.id"));
            page.keyboard().press("r");
            page.locator("#q").fill("actwright 08"); // asked for later than a question would be
            window.lists("Actwright 08");
            assertEquals(
                    List.of(),
                    asked.stream().filter(url -> url.contains("/act/")).toList());
            page.keyboard().press("ArrowDown"); // what is no letter still acts
            assertEquals("Actwright 08", page.evaluate("document.activeElement.textContent"));
            window.button("Account admin").click();
            page.getByLabel("Single keys act").check();
            window.button("Apply").first().click();
            window.until()
                    .is(
                            0,
                            "Pages without single keys",
                            () -> page.locator("html[data-keys=off]").count());
            page.keyboard().press("r");
            page.locator("#pane-title").getByText("Reset the PIN?").waitFor();
        }
    }

    @Test
    void everyActionIsDoneAndTheListSaysSo() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            // A conference ID may begin so, too.
            window.to("admin/users/act.20?q=name:%22Actwright%2020%22");
            window.lists("Actwright 20");
            act(window, "Enable dial-in conferencing", "Enable");
            shared.issued(window.freshPin());
            window.rowSays("Enabled");
            act(window, "Lock PIN", "Lock");
            window.rowSays("PIN locked");
            act(window, "Unlock PIN", "Unlock");
            window.rowSays("Enabled");

            window.link("Numbers and who may start").click();
            page.getByLabel("Callers may start the meeting without PIN").check();
            window.button("Save").click();
            window.pane().getByText("Saved.").waitFor();
            assertEquals("Yes", value(page, "Callers may start without PIN"));

            String before = conferenceId(page);
            act(window, "Change conference ID", "Change conference ID");
            window.pane().getByText("has another conference ID").waitFor();
            String random = conferenceId(page);
            assertNotEquals(before, random);
            window.link("Change conference ID").click();
            page.locator(".chosen-id").fill("12");
            window.button("Change conference ID").click();
            page.locator("#pane [role=alert]").waitFor();
            page.locator(".chosen-id").fill(before);
            window.button("Change conference ID").click();
            window.pane().getByText("has another conference ID").waitFor();
            assertEquals(before, conferenceId(page));

            window.link("Send conference information").click();
            Locator other = page.getByLabel("The other address");
            other.fill("else");
            other.fill("");
            assertTrue(page.locator("[value=ADDRESS]").isChecked(), "It goes to the user after all");
            other.fill("elsewhere@contoso.com");
            window.button("Send").click();
            page.locator(".fate:has-text('Sent')")
                    .getByText("elsewhere@contoso.com")
                    .waitFor();
            window.until()
                    .holds(
                            "the mail arrives at the other address",
                            () -> !foyer.cast()
                                    .mails()
                                    .to("elsewhere@contoso.com")
                                    .isEmpty());

            act(window, "Turn off", "Turn off");
            window.rowSays("Not enabled");
        }
    }

    @Test
    @Tag("A4")
    void withoutScriptThereAreListSearchAndReset() {
        try (Window window = Window.of("admin", foyer, CHROMIUM, new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = window.page();
            page.locator("#q").fill("actwright 04");
            page.locator("#q").press("Enter");
            assertEquals(List.of("Actwright 04"), window.listed());
            window.link("Actwright 04").click();
            window.link("Reset PIN").click();
            assertTrue(page.content().contains("stops working at once"));
            window.button("Reset PIN").click();
            assertFalse(page.locator(".digits").isVisible());
            page.locator("summary").click();
            String pin = shared.issued(window.freshPin());
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
        try (Window window = Window.of("admin", foyer, CHROMIUM, new NewContextOptions().setViewportSize(360, 640))) {
            Page page = window.page();
            window.to("admin/users?q=actwright");
            assertFits(page);
            window.link("Actwright 06").click();
            page.locator("#pane-title").getByText("Actwright 06").waitFor();
            assertFalse(page.locator("#found").isVisible());
            assertFits(page);
            window.link("Reset PIN").click();
            window.button("Reset PIN").waitFor();
            assertFits(page);
            window.button("Reset PIN").click();
            shared.issued(window.freshPin());
            assertFits(page);
            window.button("Menu").click();
            window.link("Suspected scans").click();
            page.waitForURL("**/admin/scans");
            assertFits(page);
        }
    }

    @Test
    void inItalianByTheBrowserAndByChoice() {
        try (Window window = Window.of("admin", foyer, CHROMIUM, new NewContextOptions().setLocale("it-IT"))) {
            Page page = window.page();
            assertEquals("it", page.locator("html").getAttribute("lang"));
            window.link("Utenti telefonici").waitFor();
            window.to("admin/users/act.05");
            window.link("Reimposta PIN").click();
            window.button("Reimposta PIN").click();
            shared.issued(window.freshPin());
            window.mailIs("Inviato");
            window.button("Account admin").click();
            page.getByLabel("Lingua").selectOption("en");
            page.getByLabel("Colori").selectOption("DARK");
            page.locator("#account button[type=submit]").first().click();
            assertEquals("en", page.locator("html").getAttribute("lang"));
            assertEquals("rgb(17, 21, 24)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
            assertTrue(page.url().contains("/admin/users/act.05"), page.url());
        }
    }

    /** By the browser's clock, which is set forward: the session at the gateway holds. */
    @Test
    void whoIsIdleIsWarnedAndWhatWasTypedStays() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            page.clock().install();
            window.to("admin/users/act.07/act/move");
            page.locator(".chosen-id").pressSequentially("1234567");
            // Who types is there, although nothing was sent: the gateway is told after a while.
            page.waitForResponse("**/admin/awake", () -> page.clock().fastForward("02:00"));
            page.clock().fastForward("29:20");
            page.getByText("Are you still there?").waitFor();
            window.button("Stay signed in").click();
            window.until()
                    .holds(
                            "the warning goes",
                            () -> !page.getByText("Are you still there?").isVisible());
            page.clock().fastForward("31:00");
            page.getByText("You are signed out").waitFor();
            assertEquals("1234567", page.locator(".chosen-id").inputValue());
        }
    }

    /** A form is not left for the sign-in when the session ended elsewhere: it can be sent after signing in beside it. */
    @Test
    void whatWasTypedOutlivesASessionThatEndedElsewhere() {
        try (Window window = Window.of("helpdesk", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users/act.08/act/reset");
            // Before the page finds out by itself that the session is over.
            page.evaluate("fetch('/admin/sign-out', { method: 'POST' })"
                    + ".then(() => document.querySelector('#pane button[type=submit]').click())");
            page.getByText("You are signed out").waitFor();
            Page beside = page.waitForPopup(
                    () -> page.getByText("Sign in in another tab").click());
            beside.locator("#name").fill("helpdesk");
            beside.locator("#password").fill(foyer.account("helpdesk").password());
            beside.locator("button[type=submit]").click();
            beside.waitForURL("**/admin/users");
            beside.close();
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            window.until()
                    .holds(
                            "who signed in again is let go on",
                            () -> !page.getByText("You are signed out").isVisible());
            window.button("Reset PIN").click();
            page.locator("#fresh").waitFor();
            window.forgive("401");
            window.forgive("EventSource");
        }
    }

    private static void act(Window window, String offer, String confirm) {
        window.link(offer).click();
        window.button(confirm).click();
        window.page().locator("#pane .done, #fresh").first().waitFor();
    }

    /** Beside it is what leads to the meeting. */
    private static String conferenceId(Page page) {
        return page.locator("#pane dt:text-is('Conference ID') + dd > .number").textContent();
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
}
