package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits to be delivered, how mails look, and meetings, clicked through in real Chromium. */
@DeskFoyer
class DeskPagesIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Cast cast;
    private static DeskUsers users;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        cast = foyer.cast();
        users = new DeskUsers(lent);
    }

    @Test
    @Tag("A4")
    @Tag("D5")
    void aHeldMailIsSentElsewhereAnotherRevealedOnceAndTwoHandedOverAtOnce() {
        users.heldUnseen("desk-sent");
        users.heldUnseen("desk-revealed");
        users.heldUnseen("desk-one");
        users.heldUnseen("desk-two");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            window.to("admin/deliveries").picture("deliveries");
            window.choose("Desk-sent Deskdottir");
            window.page().getByText("Send it to another address").click();
            window.page().getByLabel("The other address").fill("desk-elsewhere@contoso.com");
            window.button("Send").last().click();
            window.says("It may go now; its state says how far it is.");
            window.pane().locator(".tag").getByText("Sent").waitFor();
            Awaitility.await()
                    .until(() -> !cast.mails().to("desk-elsewhere@contoso.com").isEmpty());

            window.choose("Desk-revealed Deskdottir");
            window.picture("delivery");
            window.button("Reveal the PIN").click();
            String pin = shared.issued(window.freshPin());
            assertTrue(pin.matches("\\d{4,12}"), "What is shown is no PIN");
            assertFalse(window.page().locator(".digits").isVisible(), "It is shown before somebody asks");
            window.button("Copy without showing").click();
            window.button("Copied").waitFor();
            assertTrue(pin.equals(window.page().evaluate("navigator.clipboard.readText()")), "Another PIN was copied");
            window.pane()
                    .getByText("Show", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertTrue(window.page().locator(".digits").isVisible());
            window.link("Close: the PIN will not be shown again").click();
            window.pane().getByText("PIN revealed").waitFor();
            assertFalse(window.page().content().contains(pin), "The PIN is there after it was closed");
            window.page().reload();
            window.pane().getByText("PIN revealed").waitFor();
            assertFalse(window.page().content().contains(pin), "The PIN is shown again");

            window.to("admin/deliveries");
            window.page().getByLabel("Choose the mail to Desk-one Deskdottir").check();
            window.page().getByLabel("Choose the mail to Desk-two Deskdottir").check();
            window.button("Mark as handed over").click();
            window.says("2 done.");
            assertEquals(
                    2,
                    cast
                            .admin()
                            .get("/api/v1/notifications?status=HANDED_OVER")
                            .at("items")
                            .findValuesAsText("user")
                            .stream()
                            .filter(user -> user.matches("desk-(one|two)"))
                            .count());
            window.fits();
        }
    }

    @Test
    @Tag("A5")
    void helpdeskIsOfferedNeitherThePinNorToDiscard() {
        users.heldUnseen("desk-helpdesk");
        try (Window window = Window.of("helpdesk", foyer, CHROMIUM)) {
            window.to("admin/deliveries");
            window.choose("Desk-helpdesk Deskdottir");
            assertEquals(0, window.button("Reveal the PIN").count());
            assertEquals(0, window.button("Discard").count());
            assertEquals(1, window.button("Mark as handed over").count());
        }
    }

    @Test
    @Tag("D5")
    void ofManyMailsSomeCannotBeDiscardedAndWhoComesBackFromOneIsWhereTheyWere() {
        users.heldUnseen("desk-faster");
        users.heldUnseen("desk-slower");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/deliveries");
            page.locator("#kind").selectOption("WELCOME");
            page.waitForURL("**kind=WELCOME**");
            page.getByLabel("Choose the mail to Desk-faster Deskdottir").check();
            page.getByLabel("Choose the mail to Desk-slower Deskdottir").check();
            String faster = cast.admin()
                    .get("/api/v1/notifications?status=HELD&user=desk-faster")
                    .text("items.0.id");
            cast.admin().post("/api/v1/notifications/" + faster + "/hand-over", Map.of());
            window.button("Discard").click();
            window.says("1 done, 1 not.");
            window.says("Desk-faster Deskdottir: Somebody was faster");
            page.locator(".views a").last().click();
            page.waitForURL("**view=all&kind=WELCOME");
            window.choose("Desk-slower Deskdottir");
            window.pane().locator(".tag").getByText("Discarded").waitFor();
            page.reload();
            window.pane().locator(".tag").getByText("Discarded").waitFor();
            assertEquals("WELCOME", page.locator("#kind").inputValue());
            page.setViewportSize(360, 800);
            assertEquals(
                    "true",
                    page.locator("#found tr.selected th > a").getAttribute("aria-current"),
                    "Who hears the page hears which mail it is");
            String made = page.locator("#found time").first().getAttribute("title");
            assertFalse(made.contains("UTC"), made);
            window.link("Back to the mails").click();
            page.waitForURL("**/admin/deliveries?view=all&kind=WELCOME");
        }
    }

    /** What nobody can take back takes a second step also where no script asks. */
    @Test
    @Tag("A4")
    void withoutScriptNothingForGoodIsDoneByOnePress() {
        users.heldUnseen("desk-plain");
        users.heldUnseen("desk-plain-too");
        String conferenceId = users.enabled("desk-plain-leader").text("conferenceId");
        users.joinInApp(conferenceId, "desk-plain-app");
        NewContextOptions plain = new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false);
        try (Window window = Window.of("admin", foyer, CHROMIUM, plain)) {
            Page page = window.page();
            window.to("admin/deliveries");
            window.link("Desk-plain Deskdottir").click();
            window.button("Reveal the PIN").click();
            assertEquals(0, page.locator(".digits").count(), "One press reveals it");
            page.getByLabel("The PIN is shown one time").check();
            window.button("Reveal the PIN").click();
            shared.issued(window.freshPin());

            window.to("admin/deliveries");
            window.link("Desk-plain-too Deskdottir").click();
            Locator discard = window.pane().locator("button.danger");
            discard.click();
            assertEquals(1, discard.count(), "One press discards it");
            page.getByLabel("Nobody gets this mail then").check();
            discard.click();
            window.says("It is discarded.");

            window.to("admin/meetings/" + conferenceId);
            window.button("End the meeting").click();
            assertEquals(1, window.button("End the meeting").count(), "One press ends it");
            page.getByLabel("Everybody hears that it is over").check();
            window.button("End the meeting").click();
            window.says("It is ended.");
        }
    }

    @Test
    void everyMailShowsAsItGoesOutInItsFrameAndCanDoNothingThere() {
        try (Window window = Window.of("auditor", foyer, CHROMIUM)) {
            window.to("admin/deliveries/preview?kind=PIN_RESET&lang=it");
            Locator mail = window.page().frameLocator("iframe.mail").locator("body");
            mail.waitFor();
            assertTrue(mail.textContent().contains("***********"), mail.textContent());
            assertTrue(window.page().locator("pre").textContent().contains("ID conferenza"));
            window.picture("preview");
            window.fits();
        }
    }

    @Test
    @Tag("E2")
    void whoWaitsIsSeenAtOnceAndLetInOneByOneThenAll() {
        cast.admin().patch("/api/v1/settings", Map.of("lobbyAdmission", "MANUAL"));
        Answer user = users.enabled("desk-leader");
        String conferenceId = user.text("conferenceId");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            users.dial(conferenceId, "desk-leg-1", "+390212345671");
            window.to("admin/users/desk-leader");
            window.link("Open the meeting").click();
            window.pane().getByText("+39•••••••71").waitFor();
            window.page().getByLabel("Conference ID").fill(conferenceId);
            window.button("Find").click();
            window.pane().getByText("+39•••••••71").waitFor();
            window.to("admin/meetings");
            window.choose("Desk-leader Deskdottir");
            window.pane().getByText("+39•••••••71").waitFor();
            users.dial(conferenceId, "desk-leg-2", "+390212345672");
            users.dial(conferenceId, "desk-leg-3", "+390212345673");
            window.pane().getByText("+39•••••••73").waitFor();
            assertEquals(0, window.button("Let everybody in").count(), "Nobody is let in before the start");

            users.joinInApp(conferenceId, "desk-app");
            window.button("Let everybody in").waitFor();
            window.picture("meeting");
            window.button("Let +39•••••••71 in").click();
            window.says("They are let in.");
            window.until().is("JOINED", "The first call", () -> users.state("desk-leg-1"));
            assertEquals("LOBBY", users.state("desk-leg-2"));
            window.button("Let everybody in").click();
            window.until().is("JOINED", "The third call", () -> users.state("desk-leg-3"));
            window.fits();
            window.button("End the meeting").click();
            window.says("It is ended.");
            window.says("Meeting ended");
            assertTrue(window.page().locator("#join").textContent().contains(conferenceId.substring(0, 3)));
        } finally {
            cast.admin().patch("/api/v1/settings", Map.of("lobbyAdmission", "AUTOMATIC"));
        }
    }
}
