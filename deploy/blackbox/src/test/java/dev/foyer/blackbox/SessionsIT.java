package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.home.Home;
import dev.foyer.local.process.Component;
import dev.foyer.local.secrets.Account;
import dev.foyer.local.secrets.Secrets;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session of the page that has ended is worth nothing to whoever copied its cookie. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("case-S6")
class SessionsIT {

    private SharedFoyer shared;
    private Browser browser;

    @BeforeEach
    void open(SharedFoyer shared) throws IOException {
        this.shared = shared;
        this.browser = new Browser(shared.foyer().page(), "127.0.0.1");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void signingOutEndsEverySessionOfTheAccountAlsoAfterARestart() {
        String stolen = signIn("helpdesk");
        String elsewhere = signIn("helpdesk");
        String somebodyElse = signIn("admin");
        assertEquals(200, browser.get("/admin/users", stolen).statusCode());

        assertEquals(303, browser.post("/admin/sign-out", stolen, Map.of()).statusCode());

        hasEnded(stolen);
        hasEnded(elsewhere);
        assertEquals(200, browser.get("/admin/users", somebodyElse).statusCode());
        String later = signIn("helpdesk");
        assertEquals(200, browser.get("/admin/users", later).statusCode());

        shared.foyer().crash(Component.ADMIN_GATEWAY);

        hasEnded(stolen);
        hasEnded(elsewhere);
        assertEquals(200, browser.get("/admin/users", later).statusCode());
        // Who holds an ended session cannot end others with it.
        browser.post("/admin/sign-out", stolen, Map.of());
        assertEquals(200, browser.get("/admin/users", later).statusCode());
    }

    @Test
    void anotherPasswordEndsThemWithoutARestart() {
        String stolen = signIn("auditor");
        Account before = shared.foyer().account("auditor");
        shared.secrets();

        Secrets.changePassword(new Home(shared.home()), "auditor");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> browser.get("/admin/users", stolen).statusCode() == 303);
        hasEnded(stolen);
        assertTrue(browser.signIn("auditor", before.password())
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .endsWith("/admin/sign-in/failed"));
        assertEquals(200, browser.get("/admin/users", signIn("auditor")).statusCode());
    }

    private String signIn(String name) {
        HttpResponse<String> answer =
                browser.signIn(name, shared.foyer().account(name).password());
        assertTrue(
                answer.headers().firstValue("Location").orElse("").endsWith("/admin/users"),
                "status " + answer.statusCode());
        return Browser.cookies(answer);
    }

    private void hasEnded(String cookies) {
        HttpResponse<String> looked = browser.get("/admin/users", cookies);
        assertEquals(303, looked.statusCode());
        assertTrue(looked.headers().firstValue("Location").orElseThrow().endsWith("/admin/sign-in"));
        assertEquals(
                401,
                browser.post("/admin/users/nobody/act/reset", cookies, Map.of()).statusCode());
    }
}
