package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
 * A browser's window of its own, as of one person, on the administrators' page: says yes to what it is asked. What the browser
 * complains about, such as a violation of the Content-Security-Policy, fails the test. With {@code -Dpage.pictures=<folder>} it takes
 * pictures.
 */
final class Window implements AutoCloseable {

    private static final String PICTURES = System.getProperty("page.pictures");
    private static final int WIDE = 1360;
    private static final int NARROW = 360;
    private static final int HIGH = 900;
    private final BlackBox foyer;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Window(BlackBox foyer, Chromium chromium, NewContextOptions options) {
        this.foyer = foyer;
        this.context = chromium.browser().newContext(options);
        this.context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        this.context.onWebError(error -> complaints.add(error.error()));
        this.page = context.newPage();
        this.page.onDialog(Dialog::accept);
    }

    static Window open(BlackBox foyer, Chromium chromium, NewContextOptions options) {
        return new Window(foyer, chromium, options);
    }

    /** In English, wide. */
    static Window open(BlackBox foyer, Chromium chromium) {
        return open(foyer, chromium, new NewContextOptions().setLocale("en-GB").setViewportSize(WIDE, HIGH));
    }

    /** And signed in. */
    static Window of(String account, BlackBox foyer, Chromium chromium) {
        return open(foyer, chromium).signIn(account);
    }

    /** And signed in. */
    static Window of(String account, BlackBox foyer, Chromium chromium, NewContextOptions options) {
        return open(foyer, chromium, options).signIn(account);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** @param path behind the address of the gateway, such as {@code admin/audit} */
    Window to(String path) {
        page.navigate(foyer.page() + path);
        return this;
    }

    /** By its form, in whatever language. */
    Window signIn(String account) {
        to("admin/sign-in");
        Account known = foyer.account(account);
        fill(known.name(), known.password());
        page.waitForURL("**/admin/users");
        return this;
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

    /** The one of that name in the list, and waits until it is shown beside it. */
    void choose(String name) {
        link(name).click();
        page.locator("#pane-title").getByText(name).waitFor();
    }

    /** Waits, and says for what. */
    Until until() {
        return new Until(page);
    }

    /** That of the first user who is listed. */
    void rowSays(String state) {
        until().is(
                        state,
                        "The state in the list",
                        () -> page.locator("#found tbody .tag").first().textContent());
    }

    /** The users who are listed, in that order. */
    void lists(String... names) {
        until().is(List.of(names), "The list", this::listed);
    }

    /** How far the mail is that was just sent. */
    void mailIs(String state) {
        until().holds(
                        "the mail is " + state,
                        () -> page.locator(".fate").textContent().contains(state));
    }

    /** Waits for it. */
    void says(String text) {
        page.locator("#main").getByText(text).first().waitFor();
    }

    /** Until it is told what changes. */
    Window listening() {
        page.locator("body.listening").waitFor();
        return this;
    }

    /** What the card of a new PIN has, shown or not. */
    String freshPin() {
        page.locator("#fresh").waitFor();
        return String.join("", page.locator(".digits > [aria-hidden] > span").allTextContents());
    }

    /** Light, dark and narrow, when pictures are wanted. */
    void picture(String name) {
        if (PICTURES == null) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shoot(name + "-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shoot(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, HIGH);
        shoot(name + "-narrow");
        page.setViewportSize(WIDE, HIGH);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")));
    }

    /** On a telephone the page is not wider than its window. */
    void fits() {
        page.setViewportSize(NARROW, HIGH);
        assertEquals(
                0,
                page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                "It is wider than 360 px: " + page.url());
        page.setViewportSize(WIDE, HIGH);
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), complaints, "The browser complained");
    }
}
