package dev.foyer.gateway.page;

import static dev.foyer.gateway.page.PageRequests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked before something is done with a user: it says what comes of it, and what is refused keeps what was chosen. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
class UserQuestionTest {

    private static final String USER = "/admin/users/q-1/act/";
    private static final String NOWHERE = "/admin/users/q-nowhere/act/";
    private static final String OWN_ADDRESS = "To <bdi>quinn@contoso.com</bdi>";

    private static boolean sent;

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    @BeforeEach
    void people() {
        if (sent) {
            return;
        }
        sent = true;
        Awaitility.await().until(() -> index.isCaughtUp());
        passed(events -> List.of(
                events.provisioned("contoso.com", "q-1", "quinn@contoso.com", "Quinn Question"),
                events.enabled("contoso.com", "q-1", "4711444", "n-q-1"),
                events.provisioned("contoso.com", "q-off", "off@contoso.com", "Quentin Off"),
                events.send(
                        "pin.events",
                        "foyer.pin.UserProvisioned.v1",
                        Map.of(
                                "tenant", "contoso.com",
                                "userId", "q-nowhere",
                                "userPrincipalName", "nowhere@contoso.com",
                                "displayName", "Quirin Nowhere",
                                "preferredLanguage", "en",
                                "phoneNumbers", List.of())),
                events.enabled("contoso.com", "q-nowhere", "4711445", "n-q-nowhere")));
    }

    @AfterEach
    void asItIsByDefault() {
        settings(Map.of());
    }

    /** The second press would mail a PIN that somebody wanted to hand over. */
    @Test
    @Tag("A4")
    @Tag("D1")
    @Tag("G3")
    void aMailThatIsToBeHeldIsToBeHeldAfterARefusalToo() {
        settings(Map.of("reasons", "REQUIRED", "reasonPattern", "INC[0-9]{7}"));
        as("admin").get(USER + "reset").then().body(chosen("AUTOMATIC"));
        post("reset", Map.of("mail", "HOLD", "reason", "lost"))
                .body(containsString("role=\"alert\""))
                .body(chosen("HOLD"))
                .body(not(chosen("AUTOMATIC")));
    }

    @Test
    @Tag("D1")
    void anAddressThatIsNoneStaysChosenAndTyped() {
        for (String action : List.of("reset", "inform")) {
            post(action, Map.of("mail", "ADDRESS", "address", "quinn <at> home"))
                    .body(containsString("role=\"alert\""))
                    .body(chosen("ADDRESS"))
                    .body(not(chosen("AUTOMATIC")))
                    .body(containsString("value=\"quinn &lt;at&gt; home\""));
        }
    }

    /** The second press would make any other conference ID. */
    @Test
    void aConferenceIdThatIsRefusedStaysTheOneThatIsWanted() {
        as("admin").get(USER + "move").then().body(chosen("RANDOM"));
        post("move", Map.of("choice", "CHOSEN", "conferenceId", "12"))
                .body(containsString("role=\"alert\""))
                .body(chosen("CHOSEN"))
                .body(not(chosen("RANDOM")))
                .body(containsString("value=\"12\""));
    }

    @Test
    void numbersThatWereChosenStayChosenAlsoThoseThatAreGone() {
        settings(Map.of("serviceNumbers", List.of(Map.of("number", "+39024711", "type", "TOLL", "city", "Milan"))));
        as("admin").header("HX-Request", "true").get(USER + "change").then().body(not(containsString("selected")));
        post(
                        "change",
                        Map.of(
                                "serviceNumber", "+39024711",
                                "tollFreeServiceNumber", "+39800999",
                                "allowPstnOnlyMeetings", "true"))
                .body(containsString("role=\"alert\""))
                .body(containsString("<option value=\"+39024711\" selected>"))
                .body(containsString("<option value=\"+39800999\" selected>"))
                .body(containsString("name=\"allowPstnOnlyMeetings\" value=\"true\" checked"));
    }

    /** By the switch of the very mail, as pin-service decides. */
    @Test
    @Tag("D1")
    void whatComesOfTheMailIsSaidBefore() {
        as("admin").get(USER + "reset").then().body(containsString(OWN_ADDRESS));
        settings(Map.of("emailSwitches", Map.of("pinReset", false, "welcome", true)));
        as("admin")
                .get(USER + "reset")
                .then()
                .body(allOf(containsString("not sent by themselves"), not(containsString(OWN_ADDRESS))));
        as("admin")
                .header("Accept-Language", "it")
                .get(USER + "reset")
                .then()
                .body(containsString("non partono da soli"));
        as("admin").get("/admin/users/q-off/act/enable").then().body(containsString("To <bdi>off@contoso.com</bdi>"));
        settings(Map.of("emailSwitches", Map.of("pinReset", true, "welcome", false)));
        as("admin").get(USER + "reset").then().body(containsString(OWN_ADDRESS));
        as("admin").get("/admin/users/q-off/act/enable").then().body(containsString("not sent by themselves"));
        settings(Map.of("automaticallySendEmailsToUsers", false));
        as("admin").get(USER + "reset").then().body(containsString("not sent by themselves"));
        as("admin").get(USER + "inform").then().body(containsString(OWN_ADDRESS));
        as("admin")
                .get(NOWHERE + "inform")
                .then()
                .body(allOf(containsString("the user has no address"), not(containsString("not sent by themselves"))));
    }

    @Test
    @Tag("A4")
    void thatTheMailHasALinkIsSaidWhereItHas() {
        as("admin").get(USER + "reset").then().body(not(containsString("shows the PIN one time")));
        settings(Map.of("pinMail", "VIEW_ONCE_LINK"));
        as("admin").get(USER + "reset").then().body(containsString("shows the PIN one time"));
        as("admin").get(USER + "inform").then().body(not(containsString("shows the PIN one time")));
    }

    @Test
    @Tag("D6")
    void whoSendsConferenceInformationIsToldToWhomAndWhatBecomesOfIt() throws IOException {
        try (StandIn service = new StandIn(pinService.getPort())) {
            service.at("pin.events-0@-1").onceReachedBy(() -> as("admin").get("/admin/settings"));
            service.answers(
                    Answer.json(
                            202,
                            "{\"notificationId\": \"n-q-info\", \"mail\": {\"status\": \"QUEUED\", \"to\": \"quinn@contoso.com\"}}"));
            post("inform", Map.of("mail", "AUTOMATIC"))
                    .body(allOf(
                            containsString("hx-get=\"/admin/users/q-1/information/n-q-info\""),
                            containsString("On its way</span> to <bdi>quinn@contoso.com")));
        }
        information("SENT", "");
        as("admin")
                .get("/admin/users/q-1/information/n-q-info")
                .then()
                .statusCode(200)
                .body(allOf(containsString("Sent</span>"), not(containsString("does not work any more"))));
        information("FAILED", "MAIL_SERVER_REFUSED: 550 5.1.1 no such user");
        as("admin")
                .header("Accept-Language", "it")
                .get("/admin/users/q-1/information/n-q-info")
                .then()
                .body(allOf(
                        containsString("Informazioni di conferenza:"),
                        containsString("Non riuscito</span>"),
                        containsString("explained")));
        as("admin@fabrikam").get("/admin/users/q-1/information/n-q-info").then().statusCode(404);
    }

    private void information(String status, String reason) {
        passed(events -> List.of(events.send(
                "notification.events",
                "foyer.notification.Notification" + status.charAt(0)
                        + status.substring(1).toLowerCase() + ".v1",
                Map.of(
                        "tenant", "contoso.com",
                        "userId", "q-1",
                        "notificationId", "n-q-info",
                        "kind", "CONFERENCE_INFORMATION",
                        "status", status,
                        "to", "quinn@contoso.com",
                        "attempts", 1,
                        "reason", reason,
                        "createdAt", "2026-11-22T10:15:30Z"))));
    }

    private static Matcher<String> chosen(String value) {
        return containsString("value=\"" + value + "\" checked");
    }

    private static ValidatableResponse post(String action, Map<String, String> form) {
        return as("admin")
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(USER + action)
                .then()
                .statusCode(200);
    }

    private void settings(Map<String, ?> settings) {
        passed(events -> List.of(events.send(
                "tenant.settings",
                "foyer.pin.TenantSettingsChanged.v1",
                Map.of("tenant", "contoso.com", "settings", new HashMap<>(settings)))));
    }

    private void passed(Function<Events, List<Position>> writing) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            assertTrue(index.passed(writing.apply(events), Duration.ofSeconds(10)));
        }
    }
}
