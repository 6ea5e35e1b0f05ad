package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page in real Chromium listens with an {@code EventSource}: its policy allows it, and its session's cookie is enough. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
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

    private static BlackBox foyer;

    @BeforeAll
    static void start(SharedFoyer lent) {
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
}
