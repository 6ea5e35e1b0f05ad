package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.local.http.Api;
import dev.foyer.local.load.People;
import dev.foyer.local.load.Person;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each page, light and dark, in each language: axe finds nothing (WCAG 2.2 AA), and the browser complains about nothing. With {@code -Dpage.pictures=<folder>} it leaves a picture of each.
 */
@DeskFoyer
class PageLookIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int HIGH = 850;
    private static final int NARROW = 360;

    /** Views, and not what another becomes, of which one picture is enough. */
    private static final Set<String> IN_BOTH = Set.of("NEW_PIN", "SIGN_IN", "DELIVERY_FAILED");

    /** What somebody looks at who is on the way; of the others there is no picture that narrow. */
    private static final Set<String> ON_A_TELEPHONE = Set.of(
            "USERS",
            "USER",
            "USER_RESET",
            "NEW_PIN",
            "OVERVIEW",
            "DELIVERIES",
            "DELIVERY",
            "MEETINGS",
            "MEETING",
            "SETTINGS");

    private static final int WIDE = 1360;
    /** Nobody else's here. */
    private static final List<Person> PEOPLE = People.contoso().subList(30, 70);

    private static final List<String> CALLS = List.of("look-leg-1", "look-leg-2", "look-leg-3");

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static DeskUsers desk;

    /** What {@link LookView}s show, by its name there. */
    private static final Map<String, String> MADE = new HashMap<>();

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
        String user = "/api/v1/users/" + PEOPLE.getFirst().userId();
        String lobby = foyer.cast().admin().get(user).text("conferencing.conferenceId");
        desk = new DeskUsers(lent);
        desk.suspected();
        foyer.cast().admin().patch("/api/v1/settings", Map.of("lobbyAdmission", "MANUAL"));
        CALLS.subList(0, 2).forEach(call -> desk.dial(lobby, call, "+3902123456" + call.charAt(call.length() - 1)));
        MADE.put("one", PEOPLE.get(3).userId());
        MADE.put("two", PEOPLE.get(1).userId());
        MADE.put("off", PEOPLE.get(2).userId());
        MADE.put("held", held(PEOPLE.getFirst().userId()));
        MADE.put("failed", desk.failed("look-failed", "Søren Ærø"));
        MADE.put("lobby", lobby);
        MADE.put("running", running(PEOPLE.get(4).userId()));
        MADE.put("event", first("/api/v1/users/" + MADE.get("one") + "/history"));
        MADE.put("letter", desk.letter("look-nobody", "Looked for"));
        Api admin = foyer.cast().admin();
        MADE.put(
                "campaign",
                admin.post("/api/v1/campaigns", Map.of("action", "ENABLE", "users", List.of(MADE.get("one"), "nobody")))
                        .text("id"));
        MADE.put(
                "hook",
                admin.post(
                                "/api/v1/webhooks",
                                Map.of(
                                        "url",
                                        "https://hooks.example.com/look",
                                        "types",
                                        List.of("foyer.pin.PinReset.v1")))
                        .text("id"));
    }

    /** Somebody is inside, and somebody waits. */
    private static String running(String organizer) {
        String meeting = foyer.cast()
                .admin()
                .post("/api/v1/meetings", Map.of("organizer", organizer, "subject", "Planning the spring"))
                .text("conferenceId");
        desk.dial(meeting, CALLS.getLast(), "+390212345689");
        desk.joinInApp(meeting, "look-app");
        return meeting;
    }

    private static String held(String user) {
        return first("/api/v1/notifications?status=HELD&user=" + user);
    }

    private static String first(String list) {
        return foyer.cast().admin().get(list).text("items.0.id");
    }

    /** A PIN is revealed once, so each look has one of its own. */
    private static void somethingToReveal() {
        String user = "look-reveal-" + UUID.randomUUID().toString().substring(0, 8);
        desk.heldUnseen(user);
        MADE.put("reveal", held(user));
    }

    @AfterAll
    static void clear() {
        CALLS.forEach(call -> foyer.cast().bridge().delete("/api/v1/bridge/calls/" + call));
        Api admin = foyer.cast().admin();
        admin.patch("/api/v1/settings", Map.of("lobbyAdmission", "AUTOMATIC"));
        admin.delete("/api/v1/webhooks/" + MADE.get("hook"));
        admin.get("/api/v1/scim-tokens").at("items").forEach(token -> {
            if (token.path("name").asText().equals("Look")) {
                admin.delete("/api/v1/scim-tokens/" + token.path("id").asText());
            }
        });
    }

    /** Each once, by turns light and in English, dark and in Italian. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everybodyCanReadAndUseEachPage(ColorScheme colours) {
        looks(colours, view -> isInTurn(view, colours), colours == ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    @Tag("long")
    void alsoInTheOtherLanguageAndColours(ColorScheme colours) {
        looks(colours, view -> !isInTurn(view, colours), colours == ColorScheme.DARK);
    }

    private static boolean isInTurn(LookView view, ColorScheme colours) {
        return view.ordinal() % 2 == 0 == (colours == ColorScheme.LIGHT);
    }

    /** @param steps also what a page becomes in several steps, and those of who is not the administrator */
    private static void looks(ColorScheme colours, Predicate<LookView> views, boolean steps) {
        String language = colours == ColorScheme.LIGHT ? "en-GB" : "it-IT";
        NewContextOptions options = new NewContextOptions()
                .setColorScheme(colours)
                .setLocale(language)
                .setViewportSize(WIDE, HIGH);
        Map<String, List<String>> found = new TreeMap<>();
        try (Window window = Window.of("admin", foyer, CHROMIUM, options)) {
            Page page = window.page();
            somethingToReveal();
            for (LookView view : LookView.values()) {
                if (views.test(view)) {
                    view.open(window, MADE);
                    if (view.isSecret()) {
                        add(view.name(), page, found);
                    } else {
                        look(view.name(), colours, page, found);
                    }
                }
            }
            if (steps) {
                severalSteps(window, colours, found);
            }
            window.forgive("404");
            window.forgive("503");
        }
        if (steps) {
            others(options, colours, found);
        }
        assertEquals(Map.of(), found);
    }

    private static void severalSteps(Window window, ColorScheme colours, Map<String, List<String>> found) {
        Page page = window.page();
        reason(window, colours, found);
        LookView.BULK_NEW.open(window, MADE);
        page.locator("#bulk button[type=submit]").click();
        page.locator(".figures").waitFor();
        look("BULK_PREVIEW", colours, page, found);
        page.locator("button.who").click();
        look("MENU", colours, page, found);
        LookView.USER_RESET.open(window, MADE);
        page.locator("#pane button[type=submit]").click();
        shared.issued(window.freshPin());
        window.until()
                .is(
                        1,
                        "Mails that are sent",
                        () -> page.locator(".fate .tag.on").count());
        look("NEW_PIN", colours, page, found); // covered: its picture is for everybody
        page.locator("summary").click();
        add("SHOWN_PIN", page, found);
    }

    private static void others(NewContextOptions options, ColorScheme colours, Map<String, List<String>> found) {
        try (Window window = Window.of("helpdesk", foyer, CHROMIUM, options)) {
            window.to("admin/audit");
            look("NOT_ALLOWED", colours, window.page(), found);
            LookView.USER.open(window, MADE);
            look("USER_HELPDESK", colours, window.page(), found);
            LookView.USER_RESET.open(window, MADE);
            look("USER_RESET_HELPDESK", colours, window.page(), found);
            LookView.DELIVERY.open(window, MADE);
            look("DELIVERY_HELPDESK", colours, window.page(), found);
            window.forgive("403");
        }
        try (Window window = Window.of("auditor", foyer, CHROMIUM, options)) {
            LookView.SETTING.open(window, MADE);
            look("SETTING_AUDITOR", colours, window.page(), found);
            LookView.LETTER.open(window, MADE);
            look("LETTER_AUDITOR", colours, window.page(), found);
        }
        try (Window window = Window.open(foyer, CHROMIUM, options)) {
            window.to("admin/sign-in");
            look("SIGN_IN", colours, window.page(), found);
            window.to("phone");
            look("PHONE", colours, window.page(), found);
            Locator phone = window.page().locator(".phone").first();
            phone.locator("[data-key='1']").focus();
            window.page().keyboard().type(MADE.get("lobby") + "#");
            window.until().is("lobby", "The phone", () -> phone.getAttribute("data-state"));
            look("PHONE_LOBBY", colours, window.page(), found);
            phone.locator("[data-hang]").click();
            window.until().is("idle", "The phone", () -> phone.getAttribute("data-state"));
        }
    }

    /** A form that asks why, as a tenant may want it. */
    private static void reason(Window window, ColorScheme colours, Map<String, List<String>> found) {
        Api admin = foyer.cast().admin();
        admin.patch("/api/v1/settings", Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]+"));
        try {
            LookView.USER_LOCK.open(window, MADE);
            look("REASON", colours, window.page(), found);
        } finally {
            Map<String, Object> none = new HashMap<>();
            none.put("reasons", "OFF");
            none.put("reasonPattern", null);
            admin.patch("/api/v1/settings", none);
        }
    }

    private static void look(String view, ColorScheme colours, Page page, Map<String, List<String>> found) {
        picture(view, colours, page);
        add(view, page, found);
    }

    /** Without the frame of a mail: no script runs in it, and axe would wait for its own for ever. */
    private static void add(String view, Page page, Map<String, List<String>> found) {
        List<String> violations = Axe.violations(page);
        if (!violations.isEmpty()) {
            found.put(view, violations);
        }
    }

    private static void picture(String view, ColorScheme colours, Page page) {
        String folder = System.getProperty("page.pictures", "");
        if (!folder.isEmpty() && (colours == ColorScheme.LIGHT || !view.contains("_") || IN_BOTH.contains(view))) {
            String name = view.toLowerCase(Locale.ROOT) + "-" + colours.name().toLowerCase(Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
            if (colours == ColorScheme.LIGHT && ON_A_TELEPHONE.contains(view)) {
                page.setViewportSize(NARROW, NARROW * 2);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of(folder, view.toLowerCase(Locale.ROOT) + "-narrow.png")));
                page.setViewportSize(WIDE, HIGH);
            }
        }
    }
}
