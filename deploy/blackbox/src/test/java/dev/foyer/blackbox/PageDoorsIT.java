package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent from the page and comes no further than the door: it is said what is known of it, and it goes once. */
@DeskFoyer
class PageDoorsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static BlackBox foyer;
    private static DeskUsers users;

    @BeforeAll
    static void start(SharedFoyer lent) {
        foyer = lent.foyer();
        users = new DeskUsers(lent);
    }

    @Test
    void whatIsRefusedAtTheDoorWasNotDoneAndNobodyElseAnswered() {
        users.enabled("door-refused");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users/door-refused/act/lock");
            page.evaluate("""
                    document.querySelector('#pane form').append(Object.assign(
                      document.createElement('input'), { type: 'hidden', name: 'too', value: 'x'.repeat(70_000) }))""");
            window.button("Lock").click();
            page.getByRole(AriaRole.STATUS)
                    .getByText("Foyer did not take this, and nothing was done.")
                    .waitFor();
            page.locator("[name=too]").evaluate("field => field.remove()"); // the form is there as before
            window.button("Lock").click();
            window.says("The PIN is locked.");
            window.forgive("413");
        }
    }

    /** Nobody can say that nothing was done. */
    @Test
    void whatFailedMayHaveBeenDone() {
        users.enabled("door-failed");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users/door-failed/act/lock");
            page.route(
                    "**/act/lock",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(500)
                            .setContentType("application/problem+json")
                            .setBody("{}")));
            window.button("Lock").click();
            page.getByRole(AriaRole.STATUS)
                    .getByText("Look whether it was done before you do it again.")
                    .waitFor();
            window.forgive("500");
        }
    }

    /** On a slow line, where nothing seems to happen. */
    @Test
    void whatIsPressedTwiceWhileTheSessionIsLookedAtGoesOnce() {
        users.provision("door-twice");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/bulk/new");
            page.locator("[value=ENABLE]").check();
            page.locator("[value=LIST]").check();
            page.locator("textarea").fill("door-twice");
            page.evaluate("""
                    () => {
                      sessionStorage.sent = 0;
                      const submit = HTMLFormElement.prototype.submit;
                      HTMLFormElement.prototype.submit = function () {
                        sessionStorage.sent++;
                        submit.call(this);
                      };
                    }""");
            List<Route> asked = new ArrayList<>();
            page.route("**/admin/awake", asked::add);
            window.button("Preview").click();
            window.button("Preview").click();
            window.until().is(1, "How often the session was asked for", asked::size);
            asked.getFirst().resume();
            page.locator(".figures").waitFor();
            assertEquals("1", page.evaluate("sessionStorage.sent"));
        }
    }
}
