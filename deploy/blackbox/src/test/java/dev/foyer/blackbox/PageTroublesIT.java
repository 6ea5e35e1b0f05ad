package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not go as one wishes, in real Chromium: mails that fail, receivers that are away, files that are too long, somebody who leaves. */
@DeskFoyer
class PageTroublesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static DeskUsers users;
    private static Api admin;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        users = new DeskUsers(lent);
        admin = foyer.cast().admin();
    }

    @Test
    @Tag("D6")
    void whatIsOnItsWayTurnsOutFailedAndGoesOnceTheAddressIsRight() {
        users.failed("trouble-mail", "Trouble Mail");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/users/trouble-mail");
            window.link("Reset PIN").click();
            window.button("Reset PIN").click();
            shared.issued(window.freshPin());
            window.mailIs("Failed");
            assertTrue(
                    window.page().locator(".fate").textContent().contains("Give the user another address"),
                    "Why it failed is not said");
            window.to("admin/deliveries?view=failed").choose("Trouble Mail");
            window.pane().getByText("characters that cannot be sent to").waitFor();
            window.fits();
            users.named("trouble-mail", "Trouble Mail");
            window.pane().getByText("trouble-mail@contoso.com").first().waitFor();
            window.button("Try again").click();
            window.pane().locator(".tag.on").getByText("Sent").waitFor();
            window.until()
                    .holds(
                            "the mail arrives",
                            () -> !foyer.cast()
                                    .mails()
                                    .to("trouble-mail@contoso.com")
                                    .isEmpty());
        }
    }

    @Test
    @Tag("F")
    void aFileBecomesTheListAndOneThatIsTooLongChangesNothing() {
        users.provision("trouble-one");
        users.provision("trouble-two");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/bulk/new");
            page.locator("[value=ENABLE]").check();
            page.locator("[value=LIST]").check();
            Locator file = page.locator("input[type=file]");
            file.setInputFiles(csv("""
                    displayName,userPrincipalName
                    "Deskdottir, Trouble-one",trouble-one@contoso.com
                    Somebody else,trouble-two@contoso.com
                    """));
            window.until()
                    .holds(
                            "the file is in the list",
                            () -> page.locator("textarea").inputValue().contains("trouble-two@contoso.com"));
            file.setInputFiles(csv("trouble-one\n".repeat(6_000)));
            page.getByText("This file has more than 60,000 characters.").waitFor();
            window.button("Preview").click();
            page.locator(".figures").waitFor();
            assertEquals(
                    List.of("2", "2", "0", "0"), page.locator(".figures strong").allTextContents());
            window.button("Begin").click();
            window.pane().getByText("2 of 2").waitFor();
        }
    }

    @Test
    @Tag("H2")
    void aWebhooksNewSecretIsShownOnceAndWhatFailedIsToldOnceMore() {
        Answer made = admin.post(
                "/api/v1/webhooks",
                Map.of("url", "https://hooks.example.com/trouble", "types", List.of("foyer.pin.PinReset.v1")));
        assertEquals(201, made.status(), made::toString);
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            window.to("admin/settings/webhooks/" + made.text("id"));
            window.button("New secret").click();
            window.button("Copy without showing").click();
            window.button("Copied").waitFor();
            Locator shown = window.page().locator("#hook-secret");
            String secret = shown.textContent();
            assertFalse(shown.isVisible(), "It is shown before somebody asks");
            assertNotEquals(made.text("secret"), secret);
            assertEquals(secret, window.page().evaluate("navigator.clipboard.readText()"));
            window.page().reload();
            window.button("Send a test").click();
            assertFalse(window.page().content().contains(secret), "It is shown again");
            window.pane().locator(".people li").first().waitFor();
            window.button("Pause").click();
            window.pane().getByText("The webhook was paused").waitFor();
            window.button("Go on").click();
            window.button("Pause").waitFor();
            window.button("Once more: A test").click();
            window.says("It is told once more.");
            window.pane().locator(".people li .tag").getByText("On its way").waitFor();
        } finally {
            admin.delete("/api/v1/webhooks/" + made.text("id"));
        }
    }

    /** By the browser's clock, which is set forward. */
    @Test
    @Tag("A4")
    void aPinIsTakenAwayFromWhoWentAway() {
        users.enabled("trouble-idle");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            page.clock().install();
            window.to("admin/users/trouble-idle");
            window.link("Reset PIN").click();
            window.button("Reset PIN").click();
            String pin = shared.issued(window.freshPin());
            page.clock().fastForward("31:00");
            page.getByText("You are signed out").waitFor();
            assertEquals(0, page.locator("[data-once]").count());
            assertFalse(page.content().contains(pin), "It is there behind what covers it");
        }
    }

    /** The gateway may be away for a moment, and somebody else may answer in its place. */
    @Test
    @Tag("A4")
    void aPinStaysShownWhileNobodyKnowsWhereItsMailStands() {
        users.enabled("trouble-fate");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            AtomicInteger asked = new AtomicInteger();
            page.route("**/mail/*", route -> route.fulfill(asked.getAndIncrement() % 2 == 0 ? notNow() : foreign()));
            window.to("admin/users/trouble-fate");
            window.link("Reset PIN").click();
            window.button("Reset PIN").click();
            String pin = shared.issued(window.freshPin());
            window.until().holds("it is asked for several times", () -> asked.get() > 3);
            assertEquals(pin, window.freshPin());
            page.unroute("**/mail/*");
            window.mailIs("Sent");
            window.forgive("50");
        }
    }

    /** It is not known whether it was done, and no page of ours becomes theirs. */
    @Test
    void whatSomebodyElseAnswersTakesNobodysPlace() {
        users.enabled("trouble-foreign");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users/trouble-foreign");
            window.link("Lock PIN").click();
            page.route("**/act/lock", route -> route.fulfill(foreign()));
            window.button("Lock").click();
            page.getByRole(AriaRole.STATUS)
                    .getByText("somebody else than Foyer")
                    .waitFor();
            assertEquals(0, page.getByText("Bad Gateway").count());
            page.unroute("**/act/lock");
            window.button("Lock").click();
            window.says("The PIN is locked.");
            window.until()
                    .is(
                            "",
                            "What is said of the connection",
                            () -> page.locator("#lost").textContent());
            window.forgive("502");
        }
    }

    private static Route.FulfillOptions notNow() {
        return new Route.FulfillOptions()
                .setStatus(503)
                .setHeaders(Map.of("Content-Type", "text/html", "HX-Reswap", "none"));
    }

    private static Route.FulfillOptions foreign() {
        return new Route.FulfillOptions()
                .setStatus(502)
                .setContentType("text/html")
                .setBody("<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    @Test
    void whatIsTypedIsNotSentIntoASessionThatIsOver() {
        users.provision("trouble-session");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/bulk/new");
            page.locator("[value=ENABLE]").check();
            page.locator("[value=LIST]").check();
            page.locator("textarea").fill("trouble-session");
            List<Cookie> session = window.context().cookies();
            window.context().clearCookies(); // as by somebody who signs out in another tab
            window.button("Preview").click();
            page.getByText("You are signed out").waitFor();
            assertEquals("trouble-session", page.locator("textarea").inputValue());
            window.context().addCookies(session);
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"); // they come back to this tab
            page.locator("#over").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            window.button("Preview").click();
            page.locator(".figures").waitFor();
            window.button("Change something").click(); // which button it was goes along
            window.until()
                    .is(
                            "trouble-session",
                            "The list",
                            () -> page.locator("textarea").inputValue());
        }
    }

    /** As over plain http, where browsers give a page no clipboard. */
    @Test
    @Tag("A4")
    void withoutAClipboardItIsCopiedTheOldWayOrSaidThatItIsNot() {
        users.enabled("trouble-copy");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            page.addInitScript("Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })");
            window.to("admin/users/trouble-copy");
            window.link("Reset PIN").click();
            window.button("Reset PIN").click();
            String pin = shared.issued(window.freshPin());
            for (String refusal : List.of("false", "{ throw new Error('no') }")) {
                page.evaluate("() => { lost.textContent = ''; document.execCommand = () => " + refusal + "; }");
                window.button("Copy without showing").click();
                page.getByText("does not let a page copy").waitFor();
                assertEquals(0, page.locator("textarea.hidden").count(), "The PIN stays behind");
            }
            page.evaluate("delete document.execCommand");
            window.button("Copy without showing").click();
            window.button("Copied").waitFor();
            page.locator("#q").focus();
            page.keyboard().press("ControlOrMeta+v");
            assertTrue(pin.equals(page.locator("#q").inputValue()), "Another text was copied");
            page.locator("#q").fill("");
        }
    }

    private static FilePayload csv(String text) {
        return new FilePayload("users.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
