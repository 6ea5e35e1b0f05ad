package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever others call themselves, nothing on any page is wider than that in which it stands, on a telephone and beside it. */
@DeskFoyer
class LongTextsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final List<Integer> WIDTHS = List.of(1360, 1024, 800, 360);
    private static final int HIGH = 850;

    /** What sticks out of the window when anything does, and out of that in which it stands; not what is cut on purpose. */
    private static final String BEYOND = """
            () => {
              const right = (one) => one.getBoundingClientRect().right;
              const short = (one) => one.outerHTML.slice(0, 120);
              const wide = document.documentElement.scrollWidth > innerWidth
                ? [...document.querySelectorAll('body *')].filter((one) => right(one) > innerWidth) : [];
              const boxes = 'main, .users, #found, form, td, th, .pane, .people ul, .types, .menu, dialog, .card, .sheet, button, .button';
              const out = [...document.querySelectorAll(boxes)].filter((one) => one.scrollWidth > one.clientWidth + 1
                && one.clientWidth > 1 && getComputedStyle(one).textOverflow !== 'ellipsis');
              const culprit = (one) => [...one.querySelectorAll('*')].filter((each) => right(each) > right(one)).at(-1) ?? one;
              return [...wide.map(short), ...out.map((one) => `${short(one)} by ${short(culprit(one))}`)];
            }""";

    private static BlackBox foyer;
    private static LongTexts texts;

    @BeforeAll
    static void start(SharedFoyer lent) {
        foyer = lent.foyer();
        texts = new LongTexts(lent);
    }

    @AfterAll
    static void clear() {
        if (texts != null) {
            texts.close();
        }
    }

    @Test
    void nothingIsWiderThanThatInWhichItStands() {
        looks("en-GB");
    }

    @Test
    @Tag("long")
    void norInItalianWhoseWordsAreLonger() {
        looks("it-IT");
    }

    private static void looks(String language) {
        List<String> found = new ArrayList<>();
        try (Window window = Window.of("admin", foyer, CHROMIUM, new NewContextOptions().setLocale(language))) {
            Page page = window.page();
            Map<String, String> made = texts.made();
            for (LookView view : LookView.values()) {
                page.setViewportSize(WIDTHS.getFirst(), HIGH);
                view.open(window, made);
                for (int width : WIDTHS) {
                    page.setViewportSize(width, HIGH);
                    ((List<?>) page.evaluate(BEYOND)).forEach(one -> found.add(view + " at " + width + ": " + one));
                }
            }
            window.forgive("404");
            window.forgive("503");
        }
        assertEquals("", String.join("\n", found));
    }
}
