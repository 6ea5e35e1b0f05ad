package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings, webhooks, audit and overview, clicked through in real Chromium. */
@DeskFoyer
class ConsolePagesIT {

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
    void aSettingIsShownOldAndNewBeforeItIsSavedAndNobodyOverwritesAnother() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/settings").picture("settings");
            window.link("Whom users ask").click();
            window.page().getByLabel("New value").fill("help@contoso.com");
            cast.admin().patch("/api/v1/settings", Map.of("supportContact", "desk@contoso.com"));
            window.button("Look at the change").click();
            window.says("Somebody else has changed it meanwhile.");
            window.page().getByLabel("New value").fill("help@contoso.com");
            window.button("Look at the change").click();
            assertEquals(
                    "desk@contoso.com", window.pane().locator(".changes del").textContent());
            assertEquals(
                    "help@contoso.com", window.pane().locator(".changes ins").textContent());
            window.picture("setting");
            window.button("Save").click();
            window.says("It is saved");
            assertEquals(
                    "help@contoso.com", cast.admin().get("/api/v1/settings").text("supportContact"));
            window.page().locator("#found").getByText("help@contoso.com").waitFor(); // the list beside it, too
            cast.admin().patch("/api/v1/settings", Map.of("organizerAlertMinutes", 77)); // by somebody else
            window.page().locator("#found").getByText("77").waitFor();
            cast.admin().patch("/api/v1/settings", Collections.singletonMap("organizerAlertMinutes", null));
            window.says("Changes so far");
            assertTrue(window.pane().locator(".events").textContent().contains("help@contoso.com"));
            window.button("Back to the default").click();
            window.button("Save").click();
            window.says("It is saved");
            assertNull(cast.admin().get("/api/v1/settings").text("supportContact"));
            window.to("admin/settings/pinLength");
            window.page().getByLabel("New value").fill("3");
            window.button("Look at the change").click();
            window.button("Save").click();
            window.pane().getByRole(AriaRole.ALERT).waitFor();
            assertEquals("3", window.page().getByLabel("New value").inputValue(), "What was typed is gone");
            window.fits();
        }
    }

    @Test
    @Tag("G3")
    void whoLocksAPinSaysWhyOnceTheSettingWantsIt() {
        users.heldUnseen("desk-why");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/settings/reasons");
            window.page().getByLabel("Must be given").check();
            window.button("Look at the change").click();
            window.button("Save").click();
            window.says("It is saved");
            window.to("admin/users/desk-why/act/lock");
            window.picture("reason");
            window.fits();
            Locator reason = window.page().getByLabel("Reason");
            reason.fill("told him 48213");
            window.button("Lock").click();
            window.says("digits that could be a PIN");
            assertEquals("told him 48213", reason.inputValue());
            reason.fill("The caller lost the telephone");
            window.button("Lock").click();
            window.says("The PIN is locked.");
            window.to("admin/audit/users/desk-why");
            window.says("The caller lost the telephone");
        } finally {
            assertEquals(
                    200,
                    cast.admin()
                            .patch("/api/v1/settings", Map.of("reasons", "OFF"))
                            .status());
        }
    }

    @Test
    void aWebhookShowsItsSecretOnce() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/settings/webhooks");
            window.page().getByText("Add a webhook").first().click();
            window.page().locator("#url").fill("https://hooks.example.com/desk");
            window.page()
                    .getByLabel("PIN reset", new Page.GetByLabelOptions().setExact(true))
                    .check();
            window.button("Add a webhook").click();
            Locator shown = window.page().locator("#hook-secret");
            String secret = shown.textContent();
            assertFalse(shown.isVisible(), "It is shown before somebody asks");
            assertTrue(secret.startsWith("whsec_"), "No secret is shown");
            window.picture("webhook");
            window.to("admin/settings/webhooks");
            window.link("https://hooks.example.com/desk").click();
            window.button("Send a test").waitFor();
            assertFalse(window.page().content().contains(secret));
            window.fits();
            window.button("Remove").click();
            window.page().waitForURL("**/admin/settings/webhooks");
            assertEquals(0, window.link("https://hooks.example.com/desk").count());
        }
    }

    /** Nothing of the API's own words: neither names of events nor what meeting-service says to programs. */
    @Test
    void aRefusedWebhookKeepsItsFormAndATestIsToldInWords() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/settings/webhooks");
            page.getByText("Add a webhook").first().click();
            page.locator("#url").fill("http://hooks.example.com/plain");
            page.getByLabel("What it is for").fill("A drill");
            Locator reset = page.getByLabel("PIN reset", new Page.GetByLabelOptions().setExact(true));
            reset.check();
            window.button("Add a webhook").click();
            window.says("The address begins with https");
            assertEquals("http://hooks.example.com/plain", page.locator("#url").inputValue());
            assertEquals("A drill", page.getByLabel("What it is for").inputValue());
            assertTrue(reset.isChecked(), "What was chosen is gone");
            page.locator("#url").fill("https://hooks.example.com/drill");
            window.button("Add a webhook").click();
            window.button("Send a test").click();
            window.says("A test is on its way.");
            Locator told = window.pane().locator(".people li").first();
            told.getByText("A test").waitFor();
            assertFalse(told.textContent().contains("foyer."), told.textContent());
            window.button("Remove").click();
            page.waitForURL("**/admin/settings/webhooks");
            window.until()
                    .holds(
                            "the webhook is gone",
                            () -> !cast.admin()
                                    .get("/api/v1/webhooks")
                                    .body()
                                    .toString()
                                    .contains("hooks.example.com/drill"));
        }
    }

    @Test
    @Tag("F")
    void theAuditIsFilteredAndExportedAndAUserIsShownAsOfThen() throws IOException {
        users.enabled("desk-audited");
        shared.issued(cast.admin()
                .post("/api/v1/users/desk-audited/pin/reset", Map.of("sendEmail", false))
                .text("pin"));
        cast.admin().post("/api/v1/users/desk-audited/pin/lock", Map.of());
        try (Window window = Window.of("auditor", foyer, CHROMIUM)) {
            window.to("admin/audit");
            window.page()
                    .getByLabel("User", new Page.GetByLabelOptions().setExact(true))
                    .fill("desk-audited");
            window.page().locator("select[name=type]").selectOption("PinReset");
            window.button("Show").click();
            window.says("1 event");
            window.picture("audit");
            Download file = window.page()
                    .waitForDownload(() -> window.link("Export as CSV").click());
            String csv = Files.readString(file.path());
            assertEquals(2, csv.strip().lines().count(), csv);
            assertTrue(csv.contains("PinReset"), csv);
            window.fits();

            window.to("admin/audit/users/desk-audited");
            window.page()
                    .locator("li.event")
                    .filter(new Locator.FilterOptions().setHasText("Dial-in conferencing enabled"))
                    .getByText("As of then")
                    .click();
            window.pane().getByText("How it stood after this").waitFor();
            assertEquals(
                    "no",
                    window.pane().locator("dt:has-text('PIN locked') + dd").textContent());
            window.picture("timeline");
            window.fits();
        }
    }

    @Test
    void theOverviewSaysWhatNeedsAttentionAndCounts() {
        users.heldUnseen("desk-overview");
        NewContextOptions italian = new NewContextOptions().setLocale("it-IT").setViewportSize(1360, 900);
        try (Window window = Window.of("admin", foyer, CHROMIUM, italian)) {
            window.to("admin/overview?range=hour").listening();
            window.page().locator(".figures").getByText("Messaggi trattenuti").waitFor();
            window.page().locator(".plot canvas").first().waitFor();
            assertEquals(5, window.page().locator(".plot canvas").count());
            int before = Integer.parseInt(
                    window.page().locator("[data-total=resets]").textContent().strip());
            Answer reset = cast.admin().post("/api/v1/users/desk-overview/pin/reset", Map.of("sendEmail", false));
            shared.issued(reset.text("pin"));
            // Told, and not only asked for: every ten seconds would be too late.
            window.page()
                    .locator("[data-total=resets]")
                    .getByText(Integer.toString(before + 1))
                    .waitFor(new Locator.WaitForOptions().setTimeout(8_000));
            window.page().locator(".plot").first().hover();
            theSameMoment(window);
            window.page().getByLabel("Momento").focus();
            String last = theSameMoment(window);
            window.page().keyboard().press("Home");
            window.until()
                    .holds(
                            "another moment than " + last,
                            () -> !window.page()
                                    .locator(".under")
                                    .first()
                                    .textContent()
                                    .startsWith(last));
            theSameMoment(window);
            window.picture("overview");
            window.fits();
        }
    }

    /** In a tenant of its own, without meetings: what is an average of nothing is said, in the page as it comes and once its script has counted. */
    @Test
    void whereNobodyWasLetInThereIsNoAverage() {
        Answer made = Api.as(foyer.account("operator"), foyer.ports().http(Endpoint.GATEWAY))
                .post("/api/v1/tenants", Map.of("tenant", "calm.example", "administrator", "cora@calm"));
        shared.secrets(); // of which her password is one now
        try (Window window = Window.open(foyer, CHROMIUM)) {
            Page page = window.to("admin/sign-in").page();
            window.fill(made.text("administrator.name"), made.text("administrator.password"));
            page.waitForURL("**/admin/users");
            Response counts =
                    page.waitForResponse("**/admin/overview/counts?*", () -> window.to("admin/overview?range=hour"));
            String totals = counts.text().substring(counts.text().indexOf("totals"));
            assertFalse(totals.contains("release"), totals);
            page.locator(".plot canvas").last().waitFor();
            Locator average = page.locator("[data-total=release]");
            window.until().is("nobody waited", "The average", average::textContent);
            page.getByLabel("Moment").focus();
            theSameMoment(window);
            String charts = page.locator(".charts").textContent();
            assertFalse(charts.matches("(?s).*(NaN|null|undefined).*"), charts);
        }
    }

    /** Below each curve, with the minute first. @return the minute */
    private static String theSameMoment(Window window) {
        Locator under = window.page().locator(".under");
        assertEquals(5, under.count());
        window.until()
                .holds(
                        "all curves say their value",
                        () -> under.allTextContents().stream().allMatch(text -> text.contains(" · ")));
        List<String> minutes = under.allTextContents().stream()
                .map(text -> text.substring(0, text.indexOf(" · ")))
                .distinct()
                .toList();
        assertEquals(1, minutes.size(), minutes::toString);
        return minutes.getFirst();
    }
}
