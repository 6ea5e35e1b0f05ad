package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The procedure that the product is named after, clicked through in real Chromium. */
@DeskFoyer
class PageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String USER = "amos.marble";
    private static final String NAME = "Amos Marble";
    private static final String ADDRESS = USER + "@contoso.com";

    private static SharedFoyer shared;
    private static BlackBox foyer;

    private Window window;
    private Page page;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        for (Person person : People.contoso().subList(0, 30)) {
            foyer.cast().admin().put("/api/v1/users/" + person.userId(), person.toBody());
        }
        foyer.cast().admin().post("/api/v1/users/" + USER + "/conferencing", Map.of("sendEmail", false));
    }

    @BeforeEach
    void openWindow() {
        window = Window.open(foyer, CHROMIUM);
        page = window.page();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    /** Sign in, users, select, reset: and the mail says the same as the card. */
    @Test
    @Tag("A4")
    void newPinIsShownOneTimeAndTheMailCarriesTheSame() {
        window.signIn("admin");
        select(window);
        String pin = reset(window);
        assertTrue(pin.matches("\\d{4,12}"), "What is shown is no PIN");
        assertFalse(page.locator(".digits").isVisible(), "It is shown before somebody asks");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertTrue(page.locator(".digits").isVisible());
        Locator fate = page.locator(".fate");
        window.mailIs("Sent");
        assertTrue(fate.textContent().contains(ADDRESS), "To whom it went is not said");
        Awaitility.await()
                .until(() -> foyer.cast().mails().to(ADDRESS).stream()
                        .anyMatch(mail -> mail.path("text").asText().contains(pin)));
        assertFalse(page.url().contains(pin));
        assertFalse(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .toString()
                .contains(pin));

        page.reload();
        assertHidden(pin);
        page.goBack();
        page.locator("#pane.empty").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertFalse(page.content().contains(pin), "Going back shows the PIN again");
        page.goForward();
        page.waitForURL("**/" + USER + "*");
        assertHidden(pin);
    }

    /** {@code docs/pages} counts them beside the reference product's. */
    @Test
    void theWholeJobIsFourClicks() {
        page.addInitScript("addEventListener('pointerdown',"
                + " () => { sessionStorage.clicks = 1 + Number(sessionStorage.clicks ?? 0); }, true)");
        window.to("admin/sign-in");
        page.locator("#password").focus();
        page.keyboard().type(foyer.account("admin").password());
        page.locator("#name").focus();
        page.keyboard().type("admin");
        window.button("Sign in").click();
        page.waitForURL("**/admin/users");
        page.keyboard().press("/");
        page.keyboard().type("amos mar");
        window.lists(NAME);
        window.link(NAME).click();
        reset(window);
        assertEquals("4", page.evaluate("sessionStorage.clicks"));
    }

    @Test
    @Tag("A4")
    void copiedWithoutBeingShownAndGoneWhenClosed() {
        window.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        window.signIn("admin");
        select(window);
        String pin = reset(window);
        window.button("Copy without showing").click();
        window.button("Copied").waitFor();
        assertTrue(pin.equals(page.evaluate("navigator.clipboard.readText()")), "Another PIN was copied");
        assertFalse(page.locator(".digits").isVisible());
        page.keyboard().press("Escape");
        assertHidden(pin);
        assertEquals(0, page.locator("#fresh").count());
    }

    /** Whoever still has the old card in front of them is told within a moment. */
    @Test
    @Tag("A4")
    void aSecondResetTakesTheFirstPinOffTheOtherScreen() {
        window.signIn("admin");
        select(window);
        String first = reset(window);
        try (Window other = Window.of("admin", foyer, CHROMIUM)) {
            other.to("admin/users/" + USER);
            reset(other);
        }
        page.getByRole(AriaRole.ALERT).getByText("does not work any more").waitFor();
        assertFalse(page.content().contains(first), "A dead PIN is still there");
    }

    @Test
    @Tag("A5")
    void helpdeskResetsAndNeitherSeesThePinNorIsOfferedToHoldIt() {
        window.signIn("helpdesk");
        select(window);
        window.link("Reset PIN").click();
        window.pane().getByText("you will not see it").waitFor();
        assertEquals(1, page.locator("#pane input[type=radio]").count());
        window.button("Reset PIN").click();
        page.locator(".fresh").waitFor();
        assertEquals(0, page.locator(".digits").count());
        window.mailIs("Sent");
    }

    @Test
    void auditorMayLookAndIsOfferedNothing() {
        window.signIn("auditor");
        select(window);
        assertEquals(0, page.locator("#pane [data-offer]").count());
    }

    @Test
    void wrongPasswordIsSaidAndNothingIsShown() {
        window.to("");
        window.fill("admin", "not the password");
        assertTrue(page.getByRole(AriaRole.ALERT).textContent().contains("wrong"));
        window.to("admin/users/" + USER);
        assertTrue(page.url().contains("/admin/sign-in"));
    }

    @Test
    void aLinkToAUserIsKeptOverTheSignIn() {
        window.to("admin/users/" + USER + "?state=enabled");
        window.fill("admin", foyer.account("admin").password());
        page.waitForURL("**/admin/users/" + USER + "?state=enabled");
        assertEquals(NAME, page.locator("#pane-title").textContent());
    }

    @Test
    void whoSignedOutIsOut() {
        window.signIn("admin");
        window.button("Account admin").click();
        window.button("Sign out").click();
        page.waitForURL("**/admin/sign-in");
        window.to("admin/users");
        assertTrue(page.url().contains("/admin/sign-in"));
    }

    private void assertHidden(String pin) {
        page.locator("#pane-title").waitFor();
        assertFalse(page.content().contains(pin), "The PIN is shown again");
        assertTrue(page.locator("#pane").textContent().contains("***********"));
    }

    /** Asked once, done; returns the PIN that the card has, shown or not. */
    private static String reset(Window window) {
        window.link("Reset PIN").click();
        window.button("Reset PIN").click();
        return shared.issued(window.freshPin());
    }

    private static void select(Window window) {
        Page page = window.page();
        page.locator("#q").pressSequentially("amos mar");
        window.lists(NAME);
        window.link(NAME).click();
        page.locator("#pane-title").getByText(NAME).waitFor();
    }
}
