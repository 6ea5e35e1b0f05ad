package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.foyer.local.http.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of users as one would click and type it: found, filtered, sorted, paged, marked, kept. Its users are called Pagewright. */
@DeskFoyer
class PageUsersIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final int USERS = 60;
    private static final String ALL = "admin/users?q=pagewright";

    private static BlackBox foyer;
    private static DeskUsers users;

    @BeforeAll
    static void start(SharedFoyer lent) {
        foyer = lent.foyer();
        users = new DeskUsers(lent);
        Api admin = foyer.cast().admin();
        for (int i = 0; i < USERS; i++) {
            String name = "page.%02d".formatted(i);
            users.named(name, "Pagewright %02d".formatted(i));
        }
        for (int i = 0; i < 10; i++) {
            lent.issued(admin.post("/api/v1/users/page.%02d/conferencing".formatted(i), Map.of("sendEmail", i < 8))
                    .text("pin"));
        }
        admin.post("/api/v1/users/page.03/pin/lock", Map.of());
        admin.put(
                "/api/v1/users/page.06",
                Map.of(
                        "userPrincipalName", "page.06@contoso.com",
                        "displayName", "Pagewright 06",
                        "phoneNumbers", List.of("+390655501977")));
    }

    @Test
    void filtersCountAndPagesGoBothWaysAndTheAddressKeepsIt() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to(ALL);
            assertEquals(
                    List.of("All 60", "Enabled 10", "Not enabled 50", "PIN locked 1", "Mail held 2"),
                    page.locator(".facets a").allTextContents());
            assertEquals(25, window.listed().size());
            window.link("Next").click();
            page.getByText("26–50 of 60").waitFor();
            window.link("Next").click();
            page.getByText("51–60 of 60").waitFor();
            window.link("Previous").click();
            page.getByText("26–50 of 60").waitFor();
            assertEquals("Pagewright 25", window.listed().getFirst());
            page.reload();
            assertEquals("Pagewright 25", window.listed().getFirst());
            page.goBack();
            page.getByText("51–60 of 60").waitFor();
            window.link("Name").click();
            window.until()
                    .is(
                            "Pagewright 59",
                            "The first of the list",
                            () -> window.listed().getFirst());
            page.locator(".facets a").nth(3).click();
            window.lists("Pagewright 03");
            window.link("Pagewright 03").click();
            page.locator("#pane-title").getByText("Pagewright 03").waitFor();
            assertTrue(page.url().contains("q=pagewright") && page.url().contains("state=locked"), page.url());
            window.link("Close the user").click();
            assertEquals(List.of("Pagewright 03"), window.listed());
        }
    }

    @Test
    void whatWasTypedIsThereAfterAReloadAndAfterBack() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            page.locator("#q").fill("name:\"Pagewright 12\"");
            window.lists("Pagewright 12");
            page.reload();
            assertEquals("name:\"Pagewright 12\"", page.locator("#q").inputValue());
            assertEquals(List.of("Pagewright 12"), window.listed());
            window.link("Meetings").click();
            page.waitForURL("**/admin/meetings");
            page.goBack();
            window.lists("Pagewright 12");
            assertEquals("name:\"Pagewright 12\"", page.locator("#q").inputValue());
        }
    }

    @Test
    void columnsAndSizeAreChosenAndStayInTheAddress() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to(ALL);
            window.button("View").click();
            page.getByLabel("Address").check();
            page.getByLabel("User name").uncheck();
            page.getByLabel("Users on a page").selectOption("50");
            window.button("Apply").first().click();
            page.getByText("1–50 of 60").waitFor();
            assertEquals(
                    List.of("Name", "Address", "Conference ID", "Conferencing"),
                    page.locator("#found thead th").allTextContents().stream()
                            .map(String::strip)
                            .toList());
            assertTrue(page.url().contains("size=50"), page.url());
        }
    }

    @Test
    void oneBoxUnderstandsWhereToLook() {
        try (Window window = Window.of("auditor", foyer, CHROMIUM)) {
            Page page = window.page();
            for (Map.Entry<String, String> each : Map.of(
                            "conf:" + conferenceId("page.05"),
                            "Pagewright 05",
                            "mail:page.07",
                            "Pagewright 07",
                            "*ewright* 08",
                            "Pagewright 08",
                            "name:\"Pagewright 09\"",
                            "Pagewright 09",
                            "locked: pagewr",
                            "Pagewright 03",
                            "locked:no mail:page.04",
                            "Pagewright 04",
                            "tel:06555019",
                            "Pagewright 06",
                            conferenceId("page.02"),
                            "Pagewright 02")
                    .entrySet()) {
                page.locator("#q").fill(each.getKey());
                window.lists(each.getValue());
            }
            page.locator("#q").fill("\"pagewr\"");
            page.getByText("Nobody is found.").waitFor();
            page.locator("#q").fill("tel:12");
            page.getByText("at least four digits").waitFor();
        }
    }

    @Test
    void aViewIsSavedInThisBrowserAndForgotten() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to(ALL + "&state=locked");
            window.button("View").click();
            page.locator("#view-name").fill("Locked wrights");
            page.locator("[data-save]").click();
            window.to("admin/users");
            window.button("View").click();
            window.link("Locked wrights").click();
            page.waitForURL("**/admin/users?q=pagewright&state=locked");
            assertEquals(List.of("Pagewright 03"), window.listed());
            window.button("View").click();
            page.locator("[data-views] li button").click();
            window.until()
                    .is(
                            0,
                            "Views of that name",
                            () -> window.link("Locked wrights").count());
        }
    }

    /** The list is the one that was asked for last, whatever was open meanwhile. */
    @Test
    void whoLooksForAnotherBesideAnOpenUserStaysThere() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to("admin/users?q=%22pagewright%2001%22");
            window.choose("Pagewright 01");
            page.locator("#q").fill("name:\"Pagewright 02\"");
            window.lists("Pagewright 02");
            page.waitForURL("**/admin/users/page.01?q=name*02*");
            page.reload();
            assertEquals(List.of("Pagewright 02"), window.listed());
            page.locator("#pane-title").getByText("Pagewright 01").waitFor();
            page.locator("#q").fill("name:\"Pagewright 03\"");
            window.lists("Pagewright 03");
            page.locator("#pane").focus();
            page.keyboard().press("Escape");
            page.waitForURL("**/admin/users?q=name*03*");
            assertEquals(List.of("Pagewright 03"), window.listed());

            window.to("admin/users/page.01?q=name:%22Pagewright%2001%22");
            page.locator("#q").fill("name:\"Pagewright 02\"");
            window.lists("Pagewright 02");
            window.link("Lock PIN").click();
            window.link("Cancel").click();
            window.link("Close the user").click();
            page.waitForURL("**/admin/users?q=name*02*");
            assertEquals(List.of("Pagewright 02"), window.listed());
        }
    }

    /** Who marks users goes on seeing what others do, and loses no mark. */
    @Test
    void marksOutliveThePageAndWhatOthersChange() {
        try (Window window = Window.of("admin", foyer, CHROMIUM)) {
            Page page = window.page();
            window.to(ALL).listening();
            page.getByLabel("Mark Pagewright 01", new Page.GetByLabelOptions().setExact(true))
                    .check();
            window.link("Next").click();
            page.getByText("26–50 of 60").waitFor();
            page.getByLabel("Mark Pagewright 30", new Page.GetByLabelOptions().setExact(true))
                    .check();
            window.says("Marked: 2");
            users.named("page.31", "Pagewright 31 anew");
            window.until()
                    .holds(
                            "Pagewright 31 anew" + " is listed",
                            () -> window.listed().contains("Pagewright 31 anew"));
            users.named("page.31", "Pagewright 31");
            window.until()
                    .holds("Pagewright 31" + " is listed", () -> window.listed().contains("Pagewright 31"));
            window.says("Marked: 2");
            window.button("Do something with them").click();
            assertEquals(
                    Set.of("page.01@contoso.com", "page.30@contoso.com"),
                    page.locator("textarea").inputValue().lines().collect(Collectors.toSet()));
        }
    }

    private static String conferenceId(String user) {
        return foyer.cast()
                .admin()
                .get("/api/v1/users/" + user)
                .at("conferencing")
                .path("conferenceId")
                .asText();
    }
}
