package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each page, light and dark, in each language and on a telephone: axe finds nothing (WCAG 2.2 AA), nothing is wider than the
 * window, and the browser complains about nothing. With {@code -Dpage.pictures=<folder>} it leaves a picture of each.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class PageLookIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 360;
    /** What sticks out, when anything makes the page wider. */
    private static final String BEYOND = "document.documentElement.scrollWidth <= innerWidth ? [] :"
            + " [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth)"
            + ".map(e => e.outerHTML.slice(0, 80))";

    /** Nobody else's here. */
    private static final List<Person> PEOPLE = People.contoso().subList(30, 70);

    private static final List<String> CALLS = List.of("look-leg-1", "look-leg-2");

    private static SharedFoyer shared;
    /** A mail that waits to be delivered, and a conference in which callers wait. */
    private static String held;

    private static String lobby;
    private static BlackBox foyer;

    /** The pages that there are; a new one is a row. */
    enum View {
        USERS("admin/users"),
        USER("admin/users/{one}"),
        USER_LOCKED("admin/users/{two}"),
        USER_RESET("admin/users/{one}/act/reset"),
        USER_CHANGE("admin/users/{one}/act/change"),
        USER_MOVE("admin/users/{one}/act/move"),
        USER_OFF("admin/users/{one}/act/disable"),
        NOBODY("admin/users?q=nobody-is-called-so"),
        NO_SUCH_USER("admin/users/nobody-is-called-so"),
        SCANS("admin/scans"),
        OVERVIEW("admin/overview"),
        DELIVERIES("admin/deliveries"),
        DELIVERY("admin/deliveries/{held}"),
        PREVIEW("admin/deliveries/preview?kind=PIN_RESET&lang=it"),
        MEETINGS("admin/meetings"),
        MEETING("admin/meetings/{lobby}"),
        SETTINGS("admin/settings"),
        SETTING("admin/settings/pinLength"),
        WEBHOOKS("admin/settings/webhooks"),
        TOKENS("admin/settings/scim-tokens"),
        BULK("admin/bulk"),
        BULK_NEW("admin/bulk/new?q={one}"),
        LETTERS("admin/dead-letters?view=all"),
        AUDIT("admin/audit"),
        TIMELINE("admin/audit/users/{one}");

        private final String path;

        View(String path) {
            this.path = path.replace("{one}", PEOPLE.get(3).userId())
                    .replace("{two}", PEOPLE.get(1).userId());
        }

        private String path() {
            return path.replace("{held}", held).replace("{lobby}", lobby);
        }
    }

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        for (int i = 0; i < PEOPLE.size(); i++) {
            String user = "/api/v1/users/" + PEOPLE.get(i).userId();
            foyer.cast().admin().put(user, PEOPLE.get(i).toBody());
            if (i % 3 != 2) {
                lent.issued(foyer.cast()
                        .admin()
                        .post(user + "/conferencing", Map.of("sendEmail", i % 8 != 0))
                        .text("pin"));
            }
        }
        for (int locked : List.of(1, 10)) {
            foyer.cast().admin().post("/api/v1/users/" + PEOPLE.get(locked).userId() + "/pin/lock", Map.of());
        }
        scan();
        String user = "/api/v1/users/" + PEOPLE.getFirst().userId();
        held = foyer.cast()
                .admin()
                .get("/api/v1/notifications?status=HELD&user="
                        + PEOPLE.getFirst().userId())
                .text("items.0.id");
        lobby = foyer.cast().admin().get(user).text("conferencing.conferenceId");
        DeskUsers desk = new DeskUsers(lent);
        CALLS.forEach(call -> desk.dial(lobby, call, "+3902123456" + call.charAt(call.length() - 1)));
    }

    @AfterAll
    static void hangUp() {
        CALLS.forEach(call -> foyer.cast().bridge().delete("/api/v1/bridge/calls/" + call));
    }

    /** Until somebody suspects it: an empty page shows nothing of its table. */
    private static void scan() {
        for (int id = 1_000_000;
                foyer.cast().admin().get("/api/v1/scans").at("items").isEmpty();
                id++) {
            Map<String, Object> call = Map.of("callId", "look-" + id, "conferenceId", "" + id, "from", "+12065550143");
            foyer.cast().bridge().post("/api/v1/bridge/calls", call);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanReadAndUseEachPage(ColorScheme colours) {
        String language = colours == ColorScheme.LIGHT ? "en-GB" : "it-IT";
        NewContextOptions options = new NewContextOptions()
                .setColorScheme(colours)
                .setLocale(language)
                .setViewportSize(1360, 850);
        Map<String, List<String>> found = new TreeMap<>();
        try (Window window = Window.of("admin", foyer, CHROMIUM, options)) {
            Page page = window.page();
            for (View view : View.values()) {
                window.to(view.path());
                look(view.name(), colours, page, found);
            }
            window.to(View.BULK_NEW.path());
            page.locator("#bulk button[type=submit]").click();
            page.locator(".figures").waitFor();
            look("BULK_PREVIEW", colours, page, found);
            page.locator("button.who").click();
            look("MENU", colours, page, found);
            window.to(View.USER_RESET.path());
            page.locator("#pane button[type=submit]").click();
            shared.issued(window.freshPin());
            page.waitForCondition(() -> page.locator(".fate .tag.on").count() == 1);
            look("NEW_PIN", colours, page, found); // covered: its picture is for everybody
            page.locator("summary").click();
            add("SHOWN_PIN", page, found);
            window.forgive("404");
        }
        try (Window window = Window.open(foyer, CHROMIUM, options)) {
            window.to("admin/sign-in");
            look("SIGN_IN", colours, window.page(), found);
            window.to("phone");
            look("PHONE", colours, window.page(), found);
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void nothingIsWiderThanATelephone() {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(NARROW, 640).setLocale("it-IT");
        try (Window window = Window.of("admin", foyer, CHROMIUM, options)) {
            for (View view : View.values()) {
                window.to(view.path());
                assertEquals("[]", window.page().evaluate(BEYOND).toString(), view + " is wider than the window");
            }
            window.forgive("404");
        }
    }

    private static void look(String view, ColorScheme colours, Page page, Map<String, List<String>> found) {
        picture(view, colours, page);
        add(view, page, found);
    }

    /** Without the frame of a mail: no script runs in it, and axe would wait for its own for ever. */
    private static void add(String view, Page page, Map<String, List<String>> found) {
        page.waitForCondition(
                () -> page.locator(".htmx-request").count() == 0); // a list that is asked for anew is pale
        page.evaluate("document.querySelectorAll('iframe.mail').forEach(frame => frame.remove())");
        List<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(PageLookIT::said)
                        .toList();
        if (!violations.isEmpty()) {
            found.put(view, violations);
        }
    }

    private static String said(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static void picture(String view, ColorScheme colours, Page page) {
        String folder = System.getProperty("page.pictures", "");
        if (!folder.isEmpty()) {
            String name = view.toLowerCase(Locale.ROOT) + "-" + colours.name().toLowerCase(Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }
}
