package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.foyer.local.demo.Cast;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done seldom, with the keyboard alone and in Italian, on a telephone's width: mails, bulk work, webhooks, tokens, dead letters, views. */
@DeskFoyer
class KeyboardDeskIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String DIRECTORY = "in.contoso.com.directory";

    private static BlackBox foyer;
    private static Cast cast;
    private static DeskUsers users;

    @BeforeAll
    static void start(SharedFoyer lent) {
        foyer = lent.foyer();
        cast = foyer.cast();
        users = new DeskUsers(lent);
    }

    @Test
    @Tag("D5")
    void oneMailIsSentAnotherRevealedAThirdDiscardedAndTwoAreHandedOverAtOnce() {
        List.of("sent", "shown", "thrown", "many-1", "many-2").forEach(one -> users.heldUnseen("keys-" + one));
        try (Window window = signedIn()) {
            Page page = window.page();
            Keyboard keys = new Keyboard(window);
            choose(window, "Keys-sent Deskdottir");
            keys.enter(form(window, "/send").first());
            window.until().holds("the mail is held no longer", () -> !"HELD".equals(status("keys-sent")));
            choose(window, "Keys-shown Deskdottir");
            keys.enter(form(window, "/reveal"));
            window.pane().locator("[data-once]").first().waitFor();
            choose(window, "Keys-thrown Deskdottir");
            keys.enter(form(window, "/discard"));
            window.until().is("DISCARDED", "The mail", () -> status("keys-thrown"));
            window.to("admin/deliveries");
            keys.press(page.getByLabel("Scegli il messaggio a Keys-many-1 Deskdottir"), "Space");
            keys.press(page.getByLabel("Scegli il messaggio a Keys-many-2 Deskdottir"), "Space");
            keys.enter(window.button("Segna come consegnati"));
            window.says("2 fatti");
            assertFits(page);
        }
    }

    @Test
    @Tag("F")
    void bulkWorkOfMarkedUsersIsStoppedAndContinued() {
        IntStream.range(0, 12).forEach(n -> users.named("keys-row-" + n, "Keysrow " + n));
        try (Window window = signedIn()) {
            Page page = window.page();
            Keyboard keys = new Keyboard(window);
            window.to("admin/users?q=keysrow");
            keys.press(page.getByLabel("Seleziona tutti quelli mostrati"), "Space");
            window.says("Selezionati: 12");
            keys.enter(window.button("Fai qualcosa con loro"));
            keys.press(page.locator("[name=perSecond]"), "ControlOrMeta+a");
            page.keyboard().type("1");
            keys.enter(window.button("Anteprima"));
            window.says("Verrebbe fatto");
            assertFits(page);
            keys.enter(window.button("Inizia"));
            keys.enter(window.button("Ferma"));
            keys.enter(window.button("Continua"));
            window.button("Ferma").waitFor();
            keys.reach(window.link("Risultato come CSV"));
            assertFits(page);
        }
    }

    @Test
    void aWebhookIsAddedTestedPausedAndRemoved() {
        try (Window window = signedIn()) {
            Page page = window.page();
            Keyboard keys = new Keyboard(window);
            window.to("admin/settings/webhooks");
            keys.enter(page.locator("summary").first());
            keys.type(page.locator("#url"), "https://hooks.example.com/keys");
            keys.press(page.locator("input[name=types]").first(), "Space");
            keys.enter(window.button("Aggiungi un webhook"));
            keys.enter(window.button("Invia una prova"));
            window.says("Una prova è in partenza.");
            window.pane().locator(".people li").getByText("Una prova").first().waitFor();
            keys.enter(window.button("Sospendi"));
            window.pane().getByText("Sospeso").first().waitFor();
            assertFits(page);
            keys.enter(window.button("Rimuovi"));
            page.waitForURL("**/admin/settings/webhooks");
            window.until()
                    .holds(
                            "the webhook is gone",
                            () -> !cast.admin()
                                    .get("/api/v1/webhooks")
                                    .body()
                                    .toString()
                                    .contains("hooks.example.com/keys"));
        }
    }

    @Test
    @Tag("G4")
    void aTokenIsMadeAndRevoked() {
        try (Window window = signedIn()) {
            Keyboard keys = new Keyboard(window);
            window.to("admin/settings/scim-tokens");
            keys.type(window.page().locator("form.steps [name=name]"), "Keys ID");
            window.page().keyboard().press("Enter");
            window.page().locator("[data-once]").first().waitFor();
            assertFits(window.page());
            keys.enter(window.button("Revoca il token per Keys ID"));
            window.says("È revocato.");
        }
    }

    @Test
    @Tag("F")
    void aDeadLetterIsTriedAgainAndDiscardedWithAReason() {
        foyer.topics().say(DIRECTORY, "keys-nobody", "foyer.directory.UserChanged.v1", """
                {"userId":"keys-nobody","displayName":"Nobody there"}""");
        String letter = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> cast.admin()
                                .get("/api/v1/dead-letters?state=OPEN&origin=" + DIRECTORY)
                                .text("items.0.id"),
                        Objects::nonNull);
        try (Window window = signedIn()) {
            Page page = window.page();
            Keyboard keys = new Keyboard(window);
            window.to("admin/overview");
            keys.enter(window.button("Menu"));
            keys.enter(window.link("Record inutilizzabili"));
            keys.enter(page.locator("#found a[href*='" + letter + "']"));
            keys.enter(window.button("Elabora di nuovo"));
            window.pane().getByText("Fallito di nuovo").first().waitFor();
            keys.type(page.getByLabel("Perché non c’è niente da fare"), "Scritto da una prova");
            keys.enter(window.button("Scarta"));
            window.says("È scartato.");
            assertFits(page);
        }
    }

    @Test
    void theListIsSortedAndKeptAsAViewAndABrokenStoreLosesNothingElse() {
        users.named("keys-view-1", "Keysview Anna");
        users.named("keys-view-2", "Keysview Zoe");
        try (Window window = signedIn()) {
            Page page = window.page();
            Keyboard keys = new Keyboard(window);
            page.evaluate("localStorage.setItem('foyer-views', '{')");
            window.to("admin/users?q=keysview");
            keys.enter(page.locator("th[aria-sort] a").first());
            window.lists("Keysview Zoe", "Keysview Anna");
            keys.enter(window.button("Vista"));
            keys.type(page.getByLabel("Nome di questa vista"), "Le mie");
            keys.enter(window.button("Salva"));
            window.to("admin/users");
            keys.enter(window.button("Vista"));
            keys.enter(window.link("Le mie"));
            page.waitForURL("**q=keysview**");
            window.lists("Keysview Zoe", "Keysview Anna");
            assertTrue(page.url().contains("q=keysview"), page.url());
            keys.enter(window.button("Vista"));
            keys.enter(window.button("Dimentica Le mie"));
            assertEquals(0, window.link("Le mie").count());
            assertFalse((boolean) page.evaluate("localStorage.getItem('foyer-views').includes('mie')"));
        }
    }

    private static void choose(Window window, String name) {
        window.to("admin/deliveries");
        new Keyboard(window).enter(window.link(name));
        window.page().locator("#pane-title").getByText(name).waitFor();
    }

    private static Locator form(Window window, String action) {
        return window.pane().locator("form[action*='" + action + "?'] button");
    }

    private static String status(String user) {
        return cast.admin().get("/api/v1/notifications?user=" + user).text("items.0.status");
    }

    private static Window signedIn() {
        return Window.of(
                "admin",
                foyer,
                CHROMIUM,
                new NewContextOptions().setLocale("it-IT").setViewportSize(360, 800));
    }

    private static void assertFits(Page page) {
        assertEquals(
                0,
                page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                "It is wider than 360 px: " + page.url());
    }
}
