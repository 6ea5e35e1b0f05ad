package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.foyer.local.http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The phones of a demo, in real Chromium: two wait, one says the PIN, the lobby opens. Their session is the bridge's and no more. */
@DeskFoyer
class PhoneIT {

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
    @Tag("E2")
    void twoWaitWithMusicUntilOneSaysThePin() {
        Answer organizer = users.enabled("phone-organizer");
        NewContextOptions options = new NewContextOptions().setLocale("en-GB").setViewportSize(1100, 800);
        try (Window window = Window.open(foyer, CHROMIUM, options)) {
            window.to("phone");
            Page page = window.page();
            Locator first = page.locator(".phone").nth(0);
            Locator second = page.locator(".phone").nth(1);
            key(first, "9999999");
            first.locator("[data-call]").click();
            first.getByText("There is no such conference.").waitFor();
            key(first, "*" + organizer.text("conferenceId"));
            first.locator("[data-call]").click();
            waitFor(first, "lobby");
            key(second, organizer.text("conferenceId") + "#");
            waitFor(second, "lobby");
            key(first, "*" + wrong(organizer.text("pin")) + "#");
            first.getByText("That was not right.").waitFor();
            key(first, "*" + organizer.text("pin"));
            assertFalse(page.content().contains(organizer.text("pin")), "The PIN is shown");
            key(first, "#");
            waitFor(first, "in");
            first.getByText("You are in the meeting, and lead it.").waitFor();
            waitFor(second, "in");
            page.setViewportSize(360, 800);
            assertEquals(
                    0,
                    page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                    "It is too wide");
            first.locator("[data-hang]").click();
            second.locator("[data-hang]").click();
            waitFor(second, "idle");
        }
    }

    /** What the bridge answers then is of a call that nobody has any more: it would wait for ever. */
    @Test
    void whoHangsUpWhileItDialsLeavesNobodyInTheLobby() {
        String conferenceId = users.enabled("phone-hasty").text("conferenceId");
        NewContextOptions italian = new NewContextOptions().setLocale("it-IT").setViewportSize(360, 800);
        try (Window window = Window.open(foyer, CHROMIUM, italian)) {
            window.to("phone");
            Page page = window.page();
            List<Route> dialled = new ArrayList<>();
            page.route("**/api/v1/bridge/calls", dialled::add);
            Locator phone = page.locator(".phone").first();
            key(phone, conferenceId);
            phone.locator("[data-call]").click();
            new Until(page).holds("the number is dialled", () -> !dialled.isEmpty());
            phone.locator("[data-hang]").click();
            phone.getByText("Riagganciato.").waitFor();
            String callId = callId(dialled.getFirst().request());
            dialled.getFirst().resume();
            Awaitility.await().until(() -> "LEFT".equals(users.state(callId)));
            assertEquals("idle", phone.getAttribute("data-state"));
            window.forgive("404"); // the first good-bye came before the call
        }
    }

    /** Nobody is left waiting in a lobby for a page that is closed. */
    @Test
    @Tag("E5")
    void whoLeavesThePageHangsUp() {
        String conferenceId = users.enabled("phone-leaves").text("conferenceId");
        try (Window window = Window.open(foyer, CHROMIUM)) {
            window.to("phone");
            Page page = window.page();
            Locator phone = page.locator(".phone").first();
            key(phone, conferenceId);
            Request dialled = page.waitForRequest(
                    "**/api/v1/bridge/calls", () -> phone.locator("[data-call]").click());
            String callId = callId(dialled);
            waitFor(phone, "lobby");
            assertEquals("LOBBY", users.state(callId));
            window.to("admin/sign-in");
            Awaitility.await().until(() -> "LEFT".equals(users.state(callId)));
        }
    }

    private static String callId(Request dialled) {
        return dialled.postData().replaceAll(".*\"callId\":\"([^\"]+)\".*", "$1");
    }

    /** By keyboard, in Italian, on a telephone's width; and what is refused is said so, too. */
    @Test
    void aPhoneIsDialledByItsKeysInTheLanguageThatIsChosen() {
        String conferenceId = users.enabled("phone-keys").text("conferenceId");
        NewContextOptions narrow = new NewContextOptions().setLocale("en-GB").setViewportSize(360, 800);
        try (Window window = Window.open(foyer, CHROMIUM, narrow)) {
            window.to("phone");
            Page page = window.page();
            page.getByLabel("Language").selectOption("it");
            window.button("Apply").click();
            page.locator("html[lang=it]").waitFor();
            assertTrue(page.url().endsWith("/phone"), page.url());
            Locator phone = page.locator(".phone").first();
            phone.locator("[data-key='1']").focus();
            page.keyboard().type(conferenceId + "#");
            waitFor(phone, "lobby");
            page.keyboard().type("*12#");
            phone.getByText("Un PIN ha da 4 a 12 cifre.").waitFor();
            assertEquals(
                    0,
                    page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                    "It is too wide");
            phone.locator("[data-hang]").focus();
            page.keyboard().press("Enter");
            waitFor(phone, "idle");
            window.forgive("400");
        }
    }

    @Test
    void thePhonesSessionOpensTheBridgesPartAlone() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String cookie = client.send(request("phone").build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceAll(";.*", "");
            assertEquals(404, status(client, request("api/v1/bridge/calls/none").header("Cookie", cookie)));
            assertEquals(401, status(client, request("api/v1/users").header("Cookie", cookie)));
            assertEquals(401, status(client, request("api/v1/bridge/calls/none")));
            assertEquals(
                    403,
                    status(
                            client,
                            request("api/v1/bridge/calls/none")
                                    .header("Cookie", cookie)
                                    .header("Sec-Fetch-Site", "cross-site")
                                    .DELETE()));
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(foyer.page() + path));
    }

    private static int status(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static void key(Locator phone, String keys) {
        keys.chars()
                .forEach(key -> phone.locator("[data-key='" + (char) key + "']").click());
    }

    private static void waitFor(Locator phone, String state) {
        new Until(phone.page()).is(state, "The phone", () -> phone.getAttribute("data-state"));
    }

    private static String wrong(String pin) {
        return (pin.charAt(0) == '9' ? "1" : "9") + pin.substring(1);
    }
}
