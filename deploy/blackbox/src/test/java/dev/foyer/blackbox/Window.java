package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.foyer.local.secrets.Account;
import java.util.ArrayList;
import java.util.List;

/** A browser's window of its own, as of one person, on the administrators' page. What the browser complains about fails the test. */
final class Window implements AutoCloseable {

    private final BlackBox foyer;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(BlackBox foyer, Browser browser, Browser.NewContextOptions options) {
        this.foyer = foyer;
        this.context = browser.newContext(options);
        this.context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        this.context.onWebError(error -> complaints.add(error.error()));
        this.page = context.newPage();
    }

    static Window open(BlackBox foyer, Browser browser) {
        return open(foyer, browser, new Browser.NewContextOptions());
    }

    static Window open(BlackBox foyer, Browser browser, Browser.NewContextOptions options) {
        return new Window(foyer, browser, options);
    }

    /** And signed in. */
    static Window of(String account, BlackBox foyer, Browser browser, Browser.NewContextOptions options) {
        Window window = open(foyer, browser, options);
        window.signIn(account);
        return window;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    void to(String path) {
        page.navigate(foyer.page() + path);
    }

    /** By its form, in whatever language. */
    void signIn(String account) {
        to("admin/sign-in");
        Account known = foyer.account(account);
        fill(known.name(), known.password());
        page.waitForURL("**/admin/users");
    }

    void fill(String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
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

    /** Names of the users that are listed. */
    List<String> listed() {
        return page.locator("#found tbody th a").allTextContents();
    }

    /** What a failed request leaves in the console is what the test wanted. */
    void forgive(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "The browser complained");
    }
}
