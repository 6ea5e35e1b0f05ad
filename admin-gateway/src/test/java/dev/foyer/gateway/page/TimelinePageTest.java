package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A timeline of more than one page: each moment of it can be looked at. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class TimelinePageTest {

    private static final String HERE = "/admin/audit/users/t-1";
    private static final String AS_IT_WAS = "How it stood after this";
    private static final int PAGE = 50;
    private static final int MAILS = 58;
    private static boolean sent;

    @Inject
    ReadModel index;

    @BeforeEach
    void aLongStory() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> positions = new ArrayList<>();
            positions.add(events.provisioned("contoso.com", "t-1", "tina@contoso.com", "Tina Then"));
            positions.add(events.enabled("contoso.com", "t-1", "4711333", "n-t-0"));
            for (int i = 0; i < MAILS; i++) {
                positions.add(events.mail(
                        "foyer.notification.NotificationHeld.v1", "t-1", "n-t-" + i, "reason", "AUTOMATIC_MAIL_OFF"));
            }
            positions.add(events.provisioned("contoso.com", "t-1", "tina@contoso.com", "Tina Now"));
            positions.add(events.provisioned("contoso.com", "t-2", "tom@contoso.com", "Tom Other"));
            assertTrue(index.passed(positions, Duration.ofSeconds(10)));
        }
    }

    @Test
    void eachMomentOfTheSecondPageIsShownBesideThatPage() {
        String first = look("helpdesk", HERE).asString();
        String second = look("helpdesk", link(first, "more")).asString();
        List<String> moments = moments(second);
        assertEquals(MAILS + 3 - PAGE, moments.size());
        for (String moment : moments) {
            String page =
                    look("helpdesk", moment).then().statusCode(200).extract().asString();
            assertTrue(page.contains(AS_IT_WAS), moment);
            assertEquals(moments, moments(page), "It is another part of the timeline");
            assertTrue(page.contains("Tina Then"), "The name is of another time");
        }
        look("helpdesk", moments.getFirst())
                .then()
                .body(containsString("<p class=\"quiet\">Mail held · "))
                .body(containsString("4711333"));
        as("helpdesk")
                .urlEncodingEnabled(false)
                .header("HX-Request", "true")
                .get(moments.getLast())
                .then()
                .body(allOf(
                        containsString("<p class=\"quiet\">User put in"),
                        not(containsString("<html")),
                        not(containsString("4711333"))));
    }

    @Test
    void whatTheAuditListsLeadsThere() {
        String first = look("auditor", "/admin/audit?user=t-1").asString();
        String second = look("auditor", link(first, "more")).asString();
        List<String> moments = moments(second);
        assertEquals(MAILS + 3 - PAGE, moments.size());
        for (String moment : moments) {
            look("auditor", moment).then().statusCode(200).body(containsString(AS_IT_WAS));
        }
    }

    @Test
    void anothersEventIsNoneOfTheirs() {
        String moment = moments(look("auditor", HERE).asString()).getFirst();
        String event = moment.substring(moment.indexOf("asOf=") + "asOf=".length());
        look("auditor", HERE + "?asOf=" + event).then().statusCode(200);
        look("auditor", "/admin/audit/users/t-2?asOf=" + event).then().statusCode(404);
        look("auditor", HERE + "?asOf=none").then().statusCode(404);
    }

    /** As the browser does: addresses are written as they stand in the page. */
    private static Response look(String account, String address) {
        return as(account).urlEncodingEnabled(false).get(address);
    }

    private static List<String> moments(String page) {
        return Pattern.compile("<a href=\"(/admin/audit/users/t-1\\?[^\"]*asOf=[^\"]*)\"")
                .matcher(page)
                .results()
                .map(TimelinePageTest::address)
                .toList();
    }

    private static String link(String page, String name) {
        return Pattern.compile("class=\"" + name + "\" href=\"([^\"]*cursor=[^\"]*)\"")
                .matcher(page)
                .results()
                .map(TimelinePageTest::address)
                .findFirst()
                .orElseThrow();
    }

    private static String address(MatchResult found) {
        return found.group(1).replace("&amp;", "&");
    }
}
