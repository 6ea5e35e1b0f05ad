package dev.foyer.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.foyer.local.demo.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bulk work, dead letters and tokens of directory systems, clicked through in real Chromium. */
@DeskFoyer
class DeskWorkIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String DIRECTORY = "in.contoso.com.directory";
    private static final int USERS = 30;

    private static SharedFoyer shared;
    private static BlackBox foyer;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer lent) {
        shared = lent;
        foyer = lent.foyer();
        cast = foyer.cast();
        Map<String, String> all =
                IntStream.range(0, USERS).mapToObj(n -> "deskwork-" + n).collect(toMap(id -> id, DeskWorkIT::profile));
        foyer.topics().sayAll(DIRECTORY, "foyer.directory.UserProvisioned.v1", all);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count("") == USERS);
    }

    @Test
    @Tag("F")
    void allThatASearchFindsAreEnabledConfirmedByTheirNumberStoppedAndContinued() throws IOException {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/users?q=bulkdesk");
            window.link("Do something with all that match").click();
            window.page().getByLabel("Users a second").fill("5");
            window.picture("bulk-new");
            window.button("Preview").click();
            window.page().getByLabel("Type 30 to confirm").waitFor();
            window.fits();
            window.button("Begin").click();
            window.says("Type the number of users, 30, to confirm.");
            assertEquals(0, count("&state=enabled"), "A preview does nothing");
            window.picture("bulk-preview");
            window.page().getByLabel("Type 30 to confirm").fill("30");
            window.button("Begin").click();
            window.button("Stop").click();
            window.button("Continue").waitFor();
            window.picture("bulk-stopped");
            assertTrue(count("&state=enabled") < USERS, "It was not stopped in the middle");
            window.button("Continue").click();
            window.pane().getByText("Finished").first().waitFor();
            window.pane().getByText("30 of 30").waitFor();
            assertEquals(USERS, count("&state=enabled"));
            var result = window.page().waitForDownload(window.link("Result as CSV")::click);
            assertEquals(
                    USERS,
                    Files.readString(result.path())
                            .lines()
                            .filter(line -> line.contains(",DONE,"))
                            .count());
            window.fits();

            window.to("admin/users?q=bulkdesk");
            mark(window.page(), "Bulkdesk deskwork-0");
            mark(window.page(), "Bulkdesk deskwork-1");
            window.says("Marked: 2");
            window.button("Do something with them").click();
            assertEquals(
                    "deskwork-0@contoso.com\ndeskwork-1@contoso.com",
                    window.page().locator("textarea").inputValue());
            window.button("Preview").click();
            window.says("is enabled already");
            assertEquals(0, window.button("Begin").count(), "There is nothing to begin");
        }
    }

    @Test
    @Tag("F")
    void aDeadLetterFailsAgainThenItsCauseIsMendedAndAnotherIsDiscarded() {
        String mended = buried("deskwork-late");
        String discarded = buried("deskwork-never");
        buried("deskwork-third");
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/overview");
            window.page().locator(".figures a[href='/admin/dead-letters']").click();
            choose(window, mended);
            window.picture("dead-letter");
            window.button("Handle it again").click();
            window.pane().getByText("Failed again").first().waitFor();
            cast.admin()
                    .put(
                            "/api/v1/users/deskwork-late",
                            Map.of("userPrincipalName", "deskwork-late@contoso.com", "displayName", "Not yet"));
            window.button("Handle it again").click();
            window.pane().locator(".tag.on").waitFor();
            assertEquals(
                    "Found at last",
                    cast.admin().get("/api/v1/users/deskwork-late").text("displayName"));

            choose(window, discarded);
            window.page().getByLabel("Why nothing is to be done").fill("Written by a test system");
            window.button("Discard").click();
            window.says("It is discarded.");
            window.fits();
            window.button("Handle all that match again").click();
            window.says("Would be handled again");
        }
    }

    @Test
    @Tag("G4")
    void aTokenIsSeenOnceUsedAndRevoked() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            window.to("admin/settings");
            window.link("Directory systems").click();
            window.page()
                    .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                    .fill("Deskwork ID");
            window.button("Make a token").click();
            String token = window.page().locator("#token").textContent();
            shared.secrets()
                    .add(
                            "a token of the page",
                            null,
                            token.substring(token.length() - 43).getBytes(UTF_8));
            assertFalse(window.page().locator("#token").isVisible(), "It is shown before somebody asks");
            window.page()
                    .getByText("Show", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertTrue(window.page().locator("#token").isVisible());
            assertEquals(200, scim(token));
            window.to("admin/settings/scim-tokens");
            assertFalse(window.page().content().contains(token), "It is shown again");
            window.fits();
            window.button("Revoke the token for Deskwork ID").click();
            window.says("It is revoked.");
            assertEquals(401, scim(token));
        }
    }

    private static int scim(String token) {
        return cast.nobody()
                .with("Authorization", "Bearer " + token)
                .with("Accept", "application/scim+json")
                .get("/scim/v2/Users?count=1")
                .status();
    }

    private static void mark(Page page, String name) {
        page.getByLabel("Mark " + name, new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    private static void choose(Window window, String letter) {
        window.page().locator("#found a[href*='" + letter + "']").click();
        window.page().waitForURL("**/" + letter + "*");
        window.page().locator("#letter-discard").waitFor();
    }

    private static int count(String more) {
        return cast.admin().get("/api/v1/users?q=bulkdesk" + more).at("total").asInt();
    }

    private static String profile(String id) {
        return """
                {"userId":"%1$s","userPrincipalName":"%1$s@contoso.com","displayName":"Bulkdesk %1$s",
                 "primarySmtpAddress":"%1$s@contoso.com"}""".formatted(id);
    }

    /** Of a user whom there is not. */
    private static String buried(String user) {
        foyer.topics().say(DIRECTORY, user, "foyer.directory.UserChanged.v1", """
                {"userId":"%s","displayName":"Found at last"}""".formatted(user));
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> letters()
                                .filter(one -> one.at("/content/key").asText().equals(user))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static Stream<JsonNode> letters() {
        return StreamSupport.stream(
                cast.admin()
                        .get("/api/v1/dead-letters?state=OPEN&origin=" + DIRECTORY)
                        .body()
                        .path("items")
                        .spliterator(),
                false);
    }
}
