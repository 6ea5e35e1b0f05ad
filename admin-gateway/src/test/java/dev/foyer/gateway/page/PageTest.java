package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.accounts.Account;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page without a browser: what each role sees, and what it says when something goes wrong. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class PageTest {

    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void people() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", "p-1", "petra@contoso.com", "Petra <b>Nováková</b>"),
                    events.enabled("contoso.com", "p-1", "4711555", "n-p"),
                    events.provisioned("contoso.com", "p-2", "paul@contoso.com", "Paul Disabled"));
            index.passed(positions, Duration.ofSeconds(10));
        }
    }

    @Test
    @Tag("A4")
    void theUserIsShownEscapedAndWithoutThePin() {
        as("admin")
                .get("/admin/users/p-1")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("***********"))
                .body(containsString("4711555"))
                .body(containsString("/admin/users/p-1/act/reset"))
                .body(containsString("Petra &lt;b&gt;"))
                .body(not(containsString("<b>Nov")));
    }

    /** As they may have come before names had a rule. */
    @Test
    @Tag("case-R11")
    void aNameThatNobodySeesCanBeClickedAndNoneIsShownAsAnother() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", "p-unseen", "unseen@contoso.com", "\u200b"),
                    events.provisioned("contoso.com", "p-bidi", "bidi@contoso.com", "Amos\u202Enimda"));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users?q=unseen")
                .then()
                .body(containsString("<bdi>p-unseen</bdi>"));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users?q=bidi")
                .then()
                .body(containsString("<bdi>Amosnimda</bdi>"))
                .body(not(containsString("\u202E")));
    }

    @Test
    void searchAnswersThePartThatChanges() {
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users?q=novakova")
                .then()
                .statusCode(200)
                .body(containsString("petra@contoso.com"))
                .body(not(containsString("<html")));
        as("admin").get("/admin/users?q=novakova").then().body(containsString("<html lang=\"en\""));
    }

    @Test
    @Tag("G2")
    void suspectedScansAreShownToThoseWhoMayAndClearedByAdministrators() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var position = events.send(
                    "pin.events",
                    "foyer.pin.ConferenceIdScanSuspected.v1",
                    Map.of(
                            "tenant", "contoso.com",
                            "source", "number.0815",
                            "kind", "NUMBER",
                            "account", "bridge",
                            "caller", "+390212345678",
                            "unknownConferenceIds", 11,
                            "organizersGuessedAt", 0,
                            "at", "2026-11-26T10:15:30Z"));
            assertTrue(index.passed(List.of(position), Duration.ofSeconds(10)));
        }
        as("admin")
                .get("/admin/scans")
                .then()
                .statusCode(200)
                .body(containsString("+39•••••••78"))
                .body(not(containsString("+390212345678")))
                .body(containsString("/admin/scans/number.0815/clear"));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/scans")
                .then()
                .body(containsString("data-live-of=\"scan\""))
                .body(containsString("+39•••••••78"))
                .body(not(containsString("<html")));
        as("auditor")
                .get("/admin/scans")
                .then()
                .statusCode(200)
                .body(containsString("+39•••••••78"))
                .body(not(containsString("/clear")));
        as("helpdesk").get("/admin/scans").then().statusCode(403);
        as("auditor").post("/admin/scans/number.0815/clear").then().statusCode(403);
        as("admin@fabrikam").get("/admin/scans").then().body(not(containsString("number.0815")));
    }

    /** Whatever is offered is let in, and whatever is not offered is refused: by the API's own methods. */
    @Test
    @Tag("A5")
    void eachRoleIsOfferedExactlyWhatItMay() {
        for (String account : List.of("admin", "helpdesk", "auditor")) {
            for (String user : List.of("p-1", "p-2")) {
                String page = as(account).get("/admin/users/" + user).asString();
                for (Offer offer : Offer.values()) {
                    boolean offered = page.contains("/act/" + offer.word() + "\"");
                    boolean fits =
                            user.equals("p-1") ? offer != Offer.ENABLE && offer != Offer.UNLOCK : offer == Offer.ENABLE;
                    int asked = as(account)
                            .get("/admin/users/" + user + "/act/" + offer.word())
                            .statusCode();
                    int done = as(account)
                            .post("/admin/users/" + user + "/act/" + offer.word())
                            .statusCode();
                    assertEquals(offered, fits && asked == 200, account + " " + user + " " + offer);
                    assertEquals(asked == 403, done == 403, account + " " + user + " " + offer);
                }
            }
        }
        assertEquals(Set.of("conferencing-admin"), rolesOf(Offer.LOCK));
        assertEquals(Set.of("conferencing-admin", "helpdesk"), rolesOf(Offer.RESET));
        as("bridge").get("/admin/users").then().statusCode(403);
        as("admin").get("/admin/users/p-1/act/explode").then().statusCode(404);
    }

    /** Whoever may read it over the API finds it here, also without the audit of the whole tenant. */
    @Test
    @Tag("F")
    void whoMayReadTheHistoryIsLedToTheTimeline() {
        for (String account : List.of("admin", "helpdesk", "auditor")) {
            as(account)
                    .get("/admin/users/p-1")
                    .then()
                    .statusCode(200)
                    .body(containsString("href=\"/admin/audit/users/p-1\""));
            as(account).get("/admin/audit/users/p-1").then().statusCode(200);
        }
    }

    private static Set<String> rolesOf(Offer offer) {
        return Stream.of("conferencing-admin", "helpdesk", "auditor", "bridge", "client-app", "operator")
                .filter(role -> offer.isFor(new Account("a", "contoso.com", Set.of(role), null)))
                .collect(Collectors.toSet());
    }

    /** Who never sees the PIN is not offered to hold its mail: nobody could hand it over. */
    @Test
    @Tag("A5")
    void helpdeskIsNotOfferedToHoldOrToNameAnAddress() {
        as("helpdesk")
                .get("/admin/users/p-1/act/reset")
                .then()
                .body(not(containsString("value=\"HOLD\"")))
                .body(not(containsString("value=\"ADDRESS\"")))
                .body(containsString("you will not see it"));
        as("admin").get("/admin/users/p-1/act/reset").then().body(containsString("value=\"HOLD\""));
    }

    @Test
    @Tag("A3")
    void onesOwnUserSaysWhyThereIsNoReset() {
        String own = "own-1";
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            var positions = List.of(
                    events.provisioned("contoso.com", own, own + "@contoso.com", "Own User"),
                    events.enabled("contoso.com", own, "4711666", "n-own"));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
        as("owner")
                .get("/admin/users/" + own)
                .then()
                .statusCode(200)
                .body(containsString("nobody may reset their own PIN"))
                .body(not(containsString("/act/reset")));
    }

    @Test
    void aSearchThatCanMeanNothingIsSaidWhereTheListIs() {
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users?q=tel:12")
                .then()
                .statusCode(200)
                .body(containsString("id=\"found\""))
                .body(containsString("at least four digits"));
    }

    @Test
    void anotherTenantsUserIsNotThere() {
        as("admin@fabrikam").get("/admin/users/p-1").then().statusCode(404).body(not(containsString("Petra")));
        as("admin@fabrikam").post("/admin/users/p-1/act/reset").then().statusCode(404);
    }

    @Test
    void problemsAreShownInThePage() {
        as("admin")
                .get("/admin/users/nobody")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is no such user in your organization."));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/users/nobody")
                .then()
                .statusCode(404)
                .header("HX-Retarget", "#pane")
                .body(not(containsString("<html")));
        as("bridge")
                .get("/admin/users")
                .then()
                .statusCode(403)
                .contentType("text/html")
                .body(containsString("This account has no pages"));
        as("helpdesk").get("/admin/audit").then().statusCode(403).body(containsString("Your account may not do this."));
        as("admin").get("/admin/users?cursor=abc").then().statusCode(400);
        as("admin").get("/admin/users?state=asleep").then().statusCode(400).contentType("text/html");
        as("admin")
                .header("Accept-Language", "it")
                .get("/admin/users?state=asleep")
                .then()
                .statusCode(400)
                .body(containsString("un valore che qui non ha significato"))
                .body(not(containsString("is one of")));
    }

    @Test
    void anAddressThatIsChosenMustBeGiven() {
        as("admin")
                .header("HX-Request", "true")
                .formParam("mail", "ADDRESS")
                .formParam("address", " ")
                .post("/admin/users/p-1/act/reset")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""));
    }

    @Test
    void theNavigationShowsWhatTheAccountMaySee() {
        as("admin").get("/admin/users").then().body(containsString("href=\"/admin/scans\""));
        as("helpdesk").get("/admin/users").then().body(not(containsString("href=\"/admin/scans\"")));
        as("auditor").get("/admin/scans").then().body(containsString("href=\"/admin/scans\" aria-current=\"page\""));
    }

    @Test
    void aServiceThatIsAwayIsSaidInThePane() {
        as("admin")
                .header("HX-Request", "true")
                .formParam("mail", "AUTOMATIC")
                .formParam("key", "w-1")
                .post("/admin/users/p-1/act/reset")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""))
                .body(containsString("does not answer"));
    }
}
