package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import dev.foyer.local.secrets.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The procedure that the product is named after, clicked through in real Chromium. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class PageIT {

    private static final String USER = "amos.marble";
    private static final String NAME = "Amos Marble";

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start(SharedFoyer lent) {
        playwright = Chromium.driver();
        browser = Chromium.launch(playwright);
        shared = lent;
        foyer = lent.foyer();
        for (Person person : People.contoso().subList(0, 30)) {
            foyer.cast().admin().put("/api/v1/users/" + person.userId(), person.toBody());
        }
        foyer.cast().admin().post("/api/v1/users/" + USER + "/conferencing", Map.of("sendEmail", false));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openWindow() {
        context = browser.newContext();
        page = context.newPage();
        page.onDialog(Dialog::accept);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(foyer.page());
    }

    @AfterEach
    void closeWindow() {
        context.close();
        assertEquals(List.of(), complaints, "The browser complained");
    }

    @Test
    @Tag("A4")
    void newPinIsShownOneTimeAndTheMailCarriesTheSame() {
        signIn("admin");
        select();
        button("Reset PIN").click();
        String pin = shared.issued(page.locator(".digits > span").first().textContent());
        assertTrue(pin.matches("\\d{4,12}"), "What is shown is no PIN");
        assertTrue(page.locator(".fresh .mail").textContent().contains(USER), "What happened to the mail is not said");
        Awaitility.await()
                .until(() -> foyer.cast().mails().to(USER + "@contoso.com").stream()
                        .anyMatch(mail -> mail.path("text").asText().contains(pin)));
        assertFalse(page.url().contains(pin));
        assertFalse(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .toString()
                .contains(pin));

        page.reload();
        assertHidden(pin);
        page.goBack();
        page.waitForURL("**/admin/users?*");
        // Nothing is cached, so the page is loaded anew; only then has nobody been selected.
        page.locator("#pane.empty").waitFor();
        assertFalse(page.content().contains(pin), "Going back shows the PIN again");
        page.goForward();
        page.waitForURL("**/" + USER);
        assertHidden(pin);
    }

    @Test
    @Tag("A5")
    void helpdeskResetsAndNeverSeesThePin() {
        signIn("helpdesk");
        select();
        page.getByLabel("Hold it, I hand the PIN over").check();
        button("Reset PIN").click();
        page.locator(".fresh").waitFor();
        assertEquals(0, page.locator(".digits").count());
        assertTrue(page.locator(".fresh .mail").textContent().contains("held"));
    }

    @Test
    void auditorMayLookAndHasNoButton() {
        signIn("auditor");
        select();
        assertEquals(0, page.locator("#pane button").count());
    }

    @Test
    void wrongPasswordIsSaidAndNothingIsShown() {
        fill("admin", "not the password");
        assertTrue(page.getByRole(AriaRole.ALERT).textContent().contains("wrong"));
        page.navigate(foyer.page() + "admin/users/" + USER);
        assertTrue(page.url().contains("/admin/sign-in"));
    }

    @Test
    void whoSignedOutIsOut() {
        signIn("admin");
        button("Account admin").click();
        button("Sign out").click();
        page.waitForURL("**/admin/sign-in");
        page.navigate(foyer.page() + "admin/users");
        assertTrue(page.url().contains("/admin/sign-in"));
    }

    private void assertHidden(String pin) {
        page.locator("#pane-title").waitFor();
        assertFalse(page.content().contains(pin), "The PIN is shown again");
        assertTrue(page.locator("#pane").textContent().contains("***********"));
    }

    private void signIn(String account) {
        Account known = foyer.account(account);
        fill(known.name(), known.password());
        page.waitForURL("**/admin/users");
    }

    private void fill(String name, String password) {
        page.getByLabel("Account").fill(name);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    private void select() {
        page.locator("#q").pressSequentially("amos mar");
        Locator row = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NAME));
        page.waitForCondition(() -> page.locator("#found tbody tr").count() == 1 && row.count() == 1);
        row.click();
        page.locator("#pane-title").waitFor();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
