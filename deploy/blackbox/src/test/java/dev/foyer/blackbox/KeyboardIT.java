package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.foyer.local.demo.Cast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The work of each page with the keyboard alone, in Italian: what is wanted is reached by Tab and done by Enter, and whoever did it
 * is where it is said. {@code PageActionsIT} does the same with users, in English; {@link KeyboardDeskIT} what is done seldom.
 */
@DeskFoyer
class KeyboardIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

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
    void whoSignsInIsLedToTheContentAndToThePages() {
        try (Window window = Window.open(foyer, CHROMIUM, italian())) {
            Page page = window.page();
            window.to("admin/sign-in");
            page.keyboard().type("admin");
            page.keyboard().press("Tab");
            page.keyboard().type(foyer.account("admin").password());
            page.keyboard().press("Enter");
            page.waitForURL("**/admin/users");
            page.keyboard().press("Tab");
            assertTrue(Keyboard.isFocused(window.link("Vai al contenuto")), "The first step leads past the navigation");
            page.keyboard().press("Enter");
            assertEquals("main", page.evaluate("document.activeElement.id"));
            window.to("admin/users");
            enter(window, window.link("Impostazioni"));
            page.waitForURL("**/admin/settings");
        }
    }

    @Test
    @Tag("D5")
    void aHeldMailIsHandedOver() {
        users.heldUnseen("keys-held");
        try (Window window = signedIn()) {
            window.to("admin/deliveries");
            enter(window, window.link("Keys-held Deskdottir"));
            window.page().locator("#pane-title").getByText("Keys-held").waitFor();
            assertEquals("pane", window.page().evaluate("document.activeElement.id"));
            enter(window, window.pane().getByText("Segna come consegnato"));
            window.says("È segnato come consegnato.");
        }
    }

    @Test
    @Tag("E2")
    void oneIsLetInThenAllAndTheMeetingIsEnded() {
        cast.admin().patch("/api/v1/settings", Map.of("lobbyAdmission", "MANUAL"));
        String conferenceId = users.enabled("keys-leader").text("conferenceId");
        try (Window window = signedIn()) {
            users.dial(conferenceId, "keys-leg-1", "+390212345681");
            users.dial(conferenceId, "keys-leg-2", "+390212345682");
            users.dial(conferenceId, "keys-leg-3", "+390212345683");
            users.joinInApp(conferenceId, "keys-app");
            window.to("admin/meetings").listening();
            enter(window, window.link("Keys-leader Deskdottir"));
            enter(window, window.button("Fai entrare +39•••••••81"));
            window.until().is("JOINED", "The first call", () -> users.state("keys-leg-1"));
            window.until()
                    .is(
                            0,
                            "Buttons to let in who is in",
                            () -> window.button("Fai entrare +39•••••••81").count());
            enter(window, window.button("Fai entrare tutti"));
            window.until().is("JOINED", "The third call", () -> users.state("keys-leg-3"));
            // Who was answered is led to the pane, away from what they went to meanwhile.
            window.until()
                    .is(
                            0,
                            "Buttons to let all in",
                            () -> window.button("Fai entrare tutti").count());
            window.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            enter(window, window.pane().locator("[data-keeps=join] > summary"));
            enter(window, window.button("Copia"));
            window.button("Copiato").waitFor();
            Object copied = window.page().evaluate("navigator.clipboard.readText()");
            assertTrue(copied.toString().replace(" ", "").contains(conferenceId), "Another text was copied: " + copied);
            enter(window, window.button("Termina la riunione"));
            window.says("È terminata.");
        } finally {
            cast.admin().patch("/api/v1/settings", Map.of("lobbyAdmission", "AUTOMATIC"));
        }
    }

    @Test
    void aSettingIsChangedAndPutBack() {
        try (Window window = signedIn()) {
            Page page = window.page();
            window.to("admin/settings");
            enter(window, window.link("A chi chiedono gli utenti"));
            reach(window, page.getByLabel("Nuovo valore"));
            page.keyboard().type("keys@contoso.com");
            page.keyboard().press("Enter");
            enter(window, window.button("Salva"));
            window.says("È salvato e vale da ora.");
            assertEquals(
                    "keys@contoso.com", cast.admin().get("/api/v1/settings").text("supportContact"));
            enter(window, window.button("Torna al predefinito"));
            enter(window, window.button("Salva"));
            window.until()
                    .holds(
                            "the contact is the default again",
                            () -> cast.admin().get("/api/v1/settings").text("supportContact") == null);
        }
    }

    @Test
    @Tag("F")
    void bulkWorkIsLookedAtConfirmedAndBegun() {
        users.provision("keys-bulk");
        try (Window window = signedIn()) {
            Page page = window.page();
            window.to("admin/bulk");
            enter(window, window.link("Nuova operazione in blocco"));
            reach(window, page.getByLabel("Ricerca, come nell’elenco degli utenti"));
            page.keyboard().type("keys-bulk");
            enter(window, window.button("Anteprima"));
            window.says("Verrebbe fatto");
            enter(window, window.button("Inizia"));
            window.pane().getByText("1 di 1").waitFor();
            assertTrue(cast.admin()
                    .get("/api/v1/users/keys-bulk")
                    .at("conferencing")
                    .isObject());
        }
    }

    @Test
    @Tag("F")
    void theAuditIsFilteredAndAMomentIsLookedAt() {
        users.provision("keys-audit");
        try (Window window = signedIn()) {
            Page page = window.page();
            window.to("admin/audit");
            reach(window, page.locator("input[name=user]"));
            page.keyboard().type("keys-audit");
            page.keyboard().press("Enter");
            window.says("1 evento");
            enter(window, page.locator("#found li.event a").first());
            page.locator("#pane-title").getByText("Com’era dopo questo").waitFor();
        }
    }

    private static NewContextOptions italian() {
        return new NewContextOptions().setLocale("it-IT").setViewportSize(1360, 900);
    }

    private static Window signedIn() {
        return Window.of("admin", foyer, CHROMIUM, italian());
    }

    private static void enter(Window window, Locator wanted) {
        new Keyboard(window).enter(wanted);
    }

    private static void reach(Window window, Locator wanted) {
        new Keyboard(window).reach(wanted);
    }
}
