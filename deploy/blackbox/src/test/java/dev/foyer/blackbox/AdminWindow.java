package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.local.secrets.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A window of the admin page, signed in: says yes to what it is asked, and remembers what the browser complains about, such as a
 * violation of the Content-Security-Policy. With {@code -Dpage.pictures=<folder>} it takes pictures.
 */
final class AdminWindow implements AutoCloseable {

    private static final String PICTURES = System.getProperty("page.pictures");

    private final BlackBox foyer;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    AdminWindow(Browser browser, BlackBox foyer, String account, NewContextOptions options) {
        this.foyer = foyer;
        this.context = browser.newContext(options);
        this.page = context.newPage();
        page.onDialog(Dialog::accept);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(foyer.page());
        Account known = foyer.account(account);
        page.locator("input[name=name]").fill(known.name());
        page.locator("input[name=password]").fill(known.password());
        page.locator("form:has(input[name=password]) button[type=submit]").click();
        page.waitForURL("**/admin/users**");
    }

    /** Light, wide, in English. */
    AdminWindow(Browser browser, BlackBox foyer, String account) {
        this(browser, foyer, account, new NewContextOptions().setLocale("en-GB").setViewportSize(1360, 900));
    }

    Page page() {
        return page;
    }

    /** @param path behind the address of the gateway, such as {@code admin/audit} */
    AdminWindow go(String path) {
        page.navigate(foyer.page() + path);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator pane() {
        return page.locator("#pane");
    }

    /** The one of that name in the list, and waits until it is shown beside it. */
    void choose(String name) {
        link(name).click();
        page.locator("#pane-title").getByText(name).waitFor();
    }

    /** Waits for it. */
    void says(String text) {
        page.locator("#main").getByText(text).first().waitFor();
    }

    /** Light, dark and narrow, when pictures are wanted. */
    void picture(String name) {
        if (PICTURES == null) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shoot(name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForTimeout(400);
        shoot(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(360, 800);
        page.waitForTimeout(400);
        shoot(name + "-narrow");
        page.setViewportSize(1360, 900);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")));
    }

    /** The page is not wider than its window. */
    void fits() {
        page.setViewportSize(360, 800);
        assertEquals(
                0,
                page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                "It is wider than 360 px: " + page.url());
        page.setViewportSize(1360, 900);
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "The browser complained");
    }
}
