package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.browser;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.RawHttp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From one thing to what belongs to it and back to where one was, also when something comes between. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class WaysBackTest {

    private static final String MEETING = "698765432";
    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void world() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> positions = List.of(
                    events.provisioned("contoso.com", "w-1", "wanda@contoso.com", "Wanda Ways"),
                    events.enabled("contoso.com", "w-1", "4711889", "n-w-1"),
                    events.mail(
                            "foyer.notification.NotificationHeld.v1", "w-1", "n-w-1", "reason", "AUTOMATIC_MAIL_OFF"),
                    events.send(
                            "meeting.events",
                            "foyer.meeting.MeetingScheduled.v1",
                            Map.of(
                                    "tenant",
                                    "contoso.com",
                                    "conferenceId",
                                    MEETING,
                                    "organizerId",
                                    "w-1",
                                    "subject",
                                    "Ways",
                                    "personal",
                                    false,
                                    "startWithoutPin",
                                    false)));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
    }

    @Test
    void whoComesBackFromAMailOrAMeetingIsWhereTheyWere() {
        as("admin")
                .get("/admin/deliveries?view=held&kind=WELCOME")
                .then()
                .body(
                        allOf( // other tests may have mails that are newer
                                matchesPattern(
                                        "(?s).*href=\"/admin/deliveries/[^\"/?]+\\?view=held&amp;kind=WELCOME\".*"),
                                containsString("href=\"/admin/deliveries?view=failed&amp;kind=WELCOME\"")));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/deliveries/n-w-1?view=all&kind=WELCOME&cursor=none")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("href=\"/admin/deliveries?view=all&amp;kind=WELCOME&amp;cursor=none\""),
                        containsString("/n-w-1/send?view=all&amp;kind=WELCOME&amp;cursor=none\"")));
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/meetings/" + MEETING + "?view=waiting&cursor=none")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/admin/meetings?view=waiting&amp;cursor=none\""));
    }

    @Test
    void aUserLeadsToTheMailThatIsHeld() {
        as("helpdesk")
                .get("/admin/users/w-1")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("href=\"/admin/deliveries/n-w-1\""),
                        not(containsString("/admin/meetings/4711889")))); // there was none yet
    }

    @Test
    @Tag("C2")
    void aMeetingIsFoundByItsNumberHoweverItIsTyped() {
        for (String typed : List.of(MEETING, " 698 765 432", "698-765-432")) {
            as("helpdesk")
                    .queryParam("q", typed)
                    .get("/admin/meetings")
                    .then()
                    .statusCode(200)
                    .body(allOf(containsString("id=\"lobby-title\""), containsString("698 765 432")));
        }
        as("helpdesk")
                .queryParam("q", "4711889")
                .get("/admin/meetings")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("No meeting has the conference ID 4711889."),
                        containsString("/admin/users?q=conf:4711889"),
                        not(containsString("lobby-title"))));
        as("admin@fabrikam")
                .queryParam("q", MEETING)
                .get("/admin/meetings")
                .then()
                .body(not(containsString("lobby-title")));
    }

    /** After a sign-in, with another language, or by the browser's own line. */
    @ParameterizedTest
    @CsvSource({
        "/admin/deliveries/n-w-1/send?view=all, /admin/deliveries/n-w-1?view=all",
        "/admin/bulk/b-1/stop, /admin/bulk/b-1",
        "/admin/settings/scim-tokens/0011223344556677/revoke, /admin/settings/scim-tokens/0011223344556677"
    })
    void whereAFormIsSentToLeadsToWhatItBelongsTo(String form, String to) {
        as("admin").get(form).then().statusCode(303).header("Location", endsWith(to));
    }

    /** As nobody but a program writes it: it is refused before anybody is led anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"a|b", "{a}", "^", "\u00e9"})
    void whatIsNoAddressLeadsNowhere(String query) {
        RawHttp.Answer answer = RawHttp.send(
                RestAssured.port,
                "GET /admin/deliveries/n-w-1/send?q=" + query + " HTTP/1.1",
                "Host: localhost:" + RestAssured.port);
        assertEquals(400, answer.status(), answer::toString);
    }

    /** What is sent to a whole list leads to the list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/deliveries/many?view=failed",
                "/admin/bulk/preview",
                "/admin/bulk/begin",
                "/admin/bulk/marked",
                "/admin/dead-letters/replay?view=waiting"
            })
    void whereAListIsSentToIsTheList(String form) {
        as("admin").get(form).then().statusCode(200).body(containsString("id=\"found\""));
    }

    @Test
    void whereThereIsNoPageIsSaidToPeopleAndToProgramsInTheirOwnWay() {
        as("admin")
                .header("Accept-Language", "it")
                .get("/admin/nothing-here")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("Torna agli utenti"));
        as("admin").get("/api/v1/nothing-here").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whoIsNotSignedInIsToldThatNothingWasDone() {
        browser()
                .header("Accept-Language", "it")
                .multiPart("action", "ENABLE")
                .post("/admin/bulk/preview")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .body(containsString("non è stato fatto nulla"));
    }

    /** What is shown may be a PIN, and what asks by itself may be anywhere. */
    @Test
    @Tag("A4")
    void whatAsksByItselfInVainChangesNothing() {
        as("admin")
                .header("HX-Request", "true")
                .get("/admin/settings/pinLength")
                .then()
                .statusCode(503)
                .header("HX-Retarget", "#pane")
                .body(containsString("id=\"pane\""));
        as("admin")
                .header("HX-Request", "true")
                .header("Foyer-Unasked", "true")
                .get("/admin/settings/pinLength")
                .then()
                .statusCode(503)
                .header("HX-Retarget", nullValue())
                .header("HX-Reswap", "none");
        as("admin")
                .header("HX-Request", "true")
                .header("Foyer-Unasked", "true")
                .get("/admin/deliveries/gone")
                .then()
                .statusCode(404)
                .header("HX-Retarget", "#pane");
    }
}
