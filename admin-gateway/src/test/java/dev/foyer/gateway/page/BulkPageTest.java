package dev.foyer.gateway.page;

import static dev.foyer.gateway.Api.amosIsThere;
import static dev.foyer.gateway.page.PageRequests.as;
import static dev.foyer.gateway.page.PageRequests.hidden;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.StandIn;
import dev.foyer.gateway.StandIn.Answer;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bulk work without a browser: previewed, confirmed by whoever saw just this, and what each role may. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class BulkPageTest {

    private static final String BULK = "/admin/bulk";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ReadModel index;

    @ConfigProperty(name = "foyer.pin-service-url")
    URI pinService;

    private StandIn service;

    @BeforeEach
    void listen() throws IOException {
        amosIsThere(index);
        service = new StandIn(pinService.getPort())
                .at("pin.events-0@-1")
                .alwaysAnswers(Answer.json(200, "{\"users\": 1}"))
                .onceReachedBy(() -> as("admin").get("/admin/settings"));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void administratorsBeginAuditorsLookAndTheHelpdeskSeesNothingOfIt() {
        as("admin").get(BULK).then().statusCode(200).body(containsString("/admin/bulk/new"));
        as("auditor").get(BULK).then().statusCode(200).body(not(containsString("/admin/bulk/new")));
        as("auditor").get(BULK + "/new").then().statusCode(403);
        form("auditor", "ENABLE", "u-17").post(BULK + "/preview").then().statusCode(403);
        as("helpdesk").get(BULK).then().statusCode(403);
        as("helpdesk")
                .get("/admin/users")
                .then()
                .body(allOf(not(containsString("/admin/bulk")), not(containsString("id=\"marked\""))));
        as("admin")
                .header("Accept-Language", "it")
                .get(BULK + "/new?q=amos&state=enabled")
                .then()
                .statusCode(200)
                .body(allOf(containsString("In blocco"), containsString("value=\"amos\"")));
    }

    @Test
    void aPreviewCountsSaysWhomItWouldBeRefusedAndBeginsNothing() {
        service.answers(Answer.json(200, """
                {"results": [{"user": "u-17", "outcome": "FAILED", "reason": "OWN_PIN"},
                 {"user": "u-18", "outcome": "DONE", "mail": "HELD"},
                 {"user": "nobody@contoso.com", "outcome": "FAILED", "reason": "USER_NOT_FOUND"}]}"""));
        form("admin", "RESET_PIN", "amos.marble@contoso.com\n u-18; nobody@contoso.com\n\n")
                .post(BULK + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("Amos Marble"))
                .body(containsString("your own PIN: nobody may reset it themselves"))
                .body(containsString("<bdi>nobody@contoso.com</bdi>"))
                .body(containsString("Mails that would be held"))
                .body(not(containsString("name=\"typed\"")));
        assertTrue(service.asked().getLast().call().endsWith("/campaigns/preview"));
        assertEquals(1, service.asked().size());
    }

    @Test
    void manyUsersAreConfirmedByTheirNumberAndJustThoseWhoWereSeen() throws IOException {
        String list = IntStream.range(0, 30).mapToObj(n -> "many-" + n).collect(Collectors.joining("\n"));
        String seen = "{\"results\": ["
                + list.lines()
                        .map(user -> "{\"user\": \"" + user + "\", \"outcome\": \"DONE\", \"mail\": \"QUEUED\"}")
                        .collect(Collectors.joining(","))
                + "]}";
        service.answers(Answer.json(200, seen), Answer.json(200, seen), Answer.json(200, seen));
        String page = form("admin", "RESET_PIN", list)
                .post(BULK + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("Type 30 to confirm"))
                .extract()
                .asString();
        confirmed(page, list)
                .multiPart("typed", "3")
                .post(BULK + "/begin")
                .then()
                .statusCode(200)
                .body(containsString("Type the number of users, 30, to confirm."));
        confirmed(page, list + "\none-more")
                .multiPart("typed", "30")
                .post(BULK + "/begin")
                .then()
                .statusCode(200)
                .body(containsString("are not the users any more whom you saw"));
        assertTrue(service.asked().stream().allMatch(one -> one.call().endsWith("/campaigns/preview")));
        String first = begun(page, list);
        assertEquals(
                30,
                JSON.readTree(service.asked().getLast().body()).path("users").size());
        assertEquals(first, begun(page, list), "The same form sent twice is one campaign");
    }

    private static String begun(String page, String list) {
        return confirmed(page, list)
                .multiPart("typed", " 30 ")
                .post(BULK + "/begin")
                .then()
                .statusCode(303)
                .header("Location", matchesPattern("/admin/bulk/[0-9a-f-]{36}"))
                .extract()
                .header("Location");
    }

    /** Who matches a search by the time it is confirmed may be others than those of the preview. */
    @Test
    void aSearchThatFindsOthersMeanwhileIsShownOnceMore() {
        service.alwaysAnswers(Answer.json(200, "{\"results\": [{\"user\": \"u-17\", \"outcome\": \"DONE\"}]}"));
        String name = "Seeker" + UUID.randomUUID().toString().substring(0, 8);
        provision(name + "-1", name);
        String page = search(name)
                .post(BULK + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        provision(name + "-2", name);
        search(name)
                .multiPart("seen", hidden(page, "seen"))
                .multiPart("users", hidden(page, "users"))
                .multiPart("key", hidden(page, "key"))
                .post(BULK + "/begin")
                .then()
                .statusCode(200)
                .body(containsString("are not the users any more whom you saw"));
        search(name + "tel:1").post(BULK + "/preview").then().statusCode(200).body(containsString("Nobody is found"));
        search("tel:1").post(BULK + "/preview").then().body(containsString("at least four digits"));
    }

    @Test
    void whatIsNoUserIsSaidInWordsOfPeopleAndAFileIsAListToo() throws IOException {
        form("admin", "ENABLE", "Amos Marble")
                .post(BULK + "/preview")
                .then()
                .statusCode(200)
                .body(containsString("“Amos Marble” is neither a user ID nor a user name."));
        form("admin", "ENABLE", " ").post(BULK + "/preview").then().body(containsString("Write whom you mean"));
        assertEquals(0, service.asked().size());
        service.answers(Answer.json(200, "{\"results\": [{\"user\": \"u-17\", \"outcome\": \"DONE\"}]}"));
        form("admin", "ENABLE", "name;user\nAmos;amos.marble@contoso.com\n")
                .post(BULK + "/preview")
                .then()
                .statusCode(200);
        assertEquals(
                "[\"u-17\"]",
                JSON.readTree(service.asked().getLast().body()).path("users").toString());
    }

    @Test
    void whoWasMarkedInTheListOfUsersIsInTheList() {
        as("admin")
                .get("/admin/users?q=amos")
                .then()
                .body(allOf(
                        containsString("name=\"user\" value=\"u-17\""),
                        containsString("/admin/bulk/new?q=amos&amp;state=")));
        as("admin")
                .multiPart("user", "u-17")
                .multiPart("user", "=cmd")
                .post(BULK + "/marked")
                .then()
                .statusCode(200)
                .body(containsString(">amos.marble@contoso.com\n=cmd</textarea>"));
    }

    @Test
    void whatItWaitsForIsSaid() {
        String id = UUID.randomUUID().toString();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            say(events, id, "Started", Map.of("action", "RESET_PIN", "perSecond", 1, "users", 3));
            Map<String, Object> nobody = new HashMap<>(Map.of("results", List.of(), "awaiting", "NO_DELIVERY_KEY"));
            nobody.putAll(Map.of("done", 0, "unchanged", 0, "failed", 0, "left", 3));
            Position last = say(events, id, "Progressed", nobody);
            assertTrue(index.passed(List.of(last), Duration.ofSeconds(10)));
        }
        as("auditor")
                .get(BULK + "/" + id)
                .then()
                .statusCode(200)
                .body(containsString(
                        "It waits and asks again every 30 seconds: the service that sends mails was never there."));
    }

    @Test
    void progressIsShownStoppedAndTakenHome() {
        String id = UUID.randomUUID().toString();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            say(events, id, "Started", Map.of("action", "RESET_PIN", "perSecond", 1, "users", 3));
            Position last = say(
                    events,
                    id,
                    "Progressed",
                    Map.of(
                            "results",
                            List.of(Map.of("user", "u-17", "outcome", "FAILED", "reason", "USER_NOT_ENABLED")),
                            "done",
                            0,
                            "unchanged",
                            0,
                            "failed",
                            1,
                            "left",
                            2));
            assertTrue(index.passed(List.of(last), Duration.ofSeconds(10)));
        }
        as("auditor")
                .get(BULK + "/" + id)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<progress max=\"3\" value=\"1\""),
                        containsString("is not enabled"),
                        containsString("about 2 s at this pace"),
                        not(containsString("It waits")),
                        not(containsString("/stop\""))));
        as("auditor").post(BULK + "/" + id + "/stop").then().statusCode(403);
        as("admin@fabrikam").get(BULK + "/" + id).then().statusCode(404);
        service.answers(Answer.json(204, ""));
        as("admin")
                .header("HX-Request", "true")
                .post(BULK + "/" + id + "/stop")
                .then()
                .statusCode(200)
                .body(not(containsString("<html")));
        assertTrue(service.asked().getLast().call().endsWith("/campaigns/" + id + "/stop"));
        as("auditor")
                .get(BULK + "/" + id + "/result.csv")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString("u-17,amos.marble@contoso.com,Amos Marble,FAILED,USER_NOT_ENABLED"));
    }

    private void provision(String id, String name) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            Position at = events.provisioned("contoso.com", id, id + "@contoso.com", name);
            assertTrue(index.passed(List.of(at), Duration.ofSeconds(10)));
        }
    }

    private static Position say(Events events, String id, String name, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("tenant", "contoso.com");
        data.put("campaignId", id);
        data.put("at", "2026-11-27T10:15:30Z");
        return events.send("pin.events", "foyer.pin.Campaign" + name + ".v1", data);
    }

    private static RequestSpecification search(String q) {
        return as("admin")
                .multiPart("action", "ENABLE")
                .multiPart("whom", "SEARCH")
                .multiPart("q", q)
                .multiPart("state", "");
    }

    private static RequestSpecification form(String account, String action, String list) {
        return as(account).multiPart("action", action).multiPart("whom", "LIST").multiPart("list", list);
    }

    private static RequestSpecification confirmed(String page, String list) {
        return form("admin", "RESET_PIN", list)
                .multiPart("seen", hidden(page, "seen"))
                .multiPart("users", hidden(page, "users"))
                .multiPart("key", hidden(page, "key"));
    }
}
