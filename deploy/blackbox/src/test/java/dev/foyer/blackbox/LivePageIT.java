package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page in real Chromium listens with an {@code EventSource}: its policy allows it, and its session's cookie is enough. */
@DeskFoyer
@Tag("F")
class LivePageIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String LISTEN = """
            () => {
              window.heard = [];
              window.source = new EventSource('/admin/live');
              window.source.addEventListener('changed', event => window.heard.push(event.data));
              return new Promise(resolve => { window.source.onopen = () => resolve('open'); });
            }""";

    private static final Pattern LIST = Pattern.compile("/admin/users\\?q=");
    private static final Pattern LIVE = Pattern.compile("/admin/live");

    private static SharedFoyer shared;
    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
    }

    @Test
    void aPageHearsOfAChange() {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = CHROMIUM.browser().newContext()) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(foyer.page());
            page.getByLabel("Account").fill("admin");
            page.getByLabel("Password").fill(foyer.account("admin").password());
            page.getByLabel("Password").press("Enter");
            page.waitForURL("**/admin/users");
            assertEquals("open", page.evaluate(LISTEN));
            foyer.cast()
                    .admin()
                    .put(
                            "/api/v1/users/heard-of",
                            Map.of("userPrincipalName", "heard-of@contoso.com", "displayName", "Heard Of"));
            Awaitility.await()
                    .until(() -> page.evaluate("() => window.heard.join()")
                            .toString()
                            .contains("\"id\":\"heard-of\""));
            assertTrue(complaints.isEmpty(), complaints::toString);
        }
    }

    /** As when the gateway is restarted just then: what it was told of must not be forgotten for minutes. */
    @Test
    void aLookThatFailsIsTakenAgain() {
        DeskUsers users = new DeskUsers(shared);
        users.named("live.failed", "Livewright Before");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.to("admin/users?q=livewright").listening().page();
            AtomicInteger looks =
                    answeringTheFirst(page, LIST, 1, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            users.named("live.failed", "Livewright After");
            page.waitForCondition(() -> window.listed().equals(List.of("Livewright After")));
            assertTrue(looks.get() > 1);
            window.forgive("503");
        }
    }

    /** A browser does not come again by itself to where it was answered with anything but events. */
    @Test
    void whoIsRefusedWhereOneListensComesAgain() {
        DeskUsers users = new DeskUsers(shared);
        users.named("live.deaf", "Deafwright Before");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            answeringTheFirst(
                    page,
                    LIVE,
                    2,
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(503).setBody("The gateway is about to stop")));
            window.to("admin/users?q=deafwright");
            window.listening();
            users.named("live.deaf", "Deafwright After");
            window.lists("Deafwright After");
            window.forgive("503");
        }
    }

    /** Its answer is from before what changed while it was on its way, and takes the place of what was told. */
    @Test
    void whatChangesWhileItLooksIsLookedAtAfterwards() {
        DeskUsers users = new DeskUsers(shared);
        users.named("live.slow", "Slowwright First");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.to("admin/users?q=slowwright").listening().page();
            page.evaluate("window.told = 0; document.body.addEventListener('live-user', () => window.told++)");
            List<Route> held = new ArrayList<>();
            List<APIResponse> answers = new ArrayList<>();
            answeringTheFirst(page, LIST, 1, route -> {
                held.add(route);
                answers.add(route.fetch());
            });
            users.named("live.slow", "Slowwright Second");
            page.waitForCondition(() -> !answers.isEmpty());
            Object before = page.evaluate("window.told");
            users.named("live.slow", "Slowwright Third");
            page.waitForCondition(() -> !before.equals(page.evaluate("window.told")));
            held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answers.getFirst()));
            page.waitForCondition(() -> window.listed().equals(List.of("Slowwright Third")));
        }
    }

    /** Where others do much the list becomes another one all the time: a click is a press and a release on one and the same link. */
    @Test
    void whatIsBeingPressedIsNotTakenAway() {
        DeskUsers users = new DeskUsers(shared);
        users.named("live.pressed", "Presswright Before");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.to("admin/users?q=presswright").listening().page();
            page.evaluate("window.answered = 0; document.addEventListener('htmx:beforeSwap', () => window.answered++)");
            List<Route> held = new ArrayList<>();
            answeringTheFirst(page, LIST, 1, held::add);
            users.named("live.pressed", "Presswright After");
            window.until().holds("the list is asked for", () -> !held.isEmpty());
            window.link("Presswright Before").hover();
            page.mouse().down();
            held.getFirst()
                    .fulfill(new Route.FulfillOptions()
                            .setResponse(held.getFirst().fetch()));
            window.until().holds("the list is answered", () -> (int) page.evaluate("window.answered") > 0);
            page.mouse().up();
            page.locator("#pane-title").getByText("Presswright After").waitFor();
            window.lists("Presswright After");
        }
    }

    /** The first so many requests for that are the test's; counts all of them. */
    private static AtomicInteger answeringTheFirst(Page page, Pattern asked, int first, Consumer<Route> answer) {
        AtomicInteger requests = new AtomicInteger();
        page.route(asked, route -> {
            if (requests.incrementAndGet() <= first) {
                answer.accept(route);
            } else {
                route.resume();
            }
        });
        return requests;
    }
}
