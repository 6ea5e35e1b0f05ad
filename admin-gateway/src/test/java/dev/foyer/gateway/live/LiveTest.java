package dev.foyer.gateway.live;

import static dev.foyer.gateway.Api.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.foyer.gateway.Api;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import dev.foyer.testing.EventStream;
import dev.foyer.testing.EventStream.Heard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages and dashboards hear, on a real broker and over real connections. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("F")
class LiveTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestHTTPResource
    URI gateway;

    @Inject
    ReadModel index;

    @Inject
    LiveStreams streams;

    private Events events;

    /** Of one test, so that what others make of the same tenant is told apart. */
    private final String story = "live-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void open() {
        events = new Events(BrokerResource.broker().bootstrapServers());
        await().until(index::isCaughtUp);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void oneHearsWhatChangedOfTheTenantAndOfNobodyElses() throws IOException {
        try (EventStream page = listen("admin", null)) {
            await().until(() -> page.lastId() != null);
            provisioned("fabrikam.com", story + "-other");
            provisioned("contoso.com", story + "-1");
            events.mail("foyer.notification.NotificationHeld.v1", story + "-1", story + "-mail", "reason", "HELD");
            events.send(
                    "meeting.events",
                    "foyer.meeting.MeetingStarted.v1",
                    Map.of(
                            "tenant", "contoso.com",
                            "conferenceId", "4711007",
                            "organizerId", story + "-1",
                            "startedBy", "APP",
                            "startedAt", "2026-11-27T10:00:01Z"));
            events.send(
                    "tenant.settings",
                    "foyer.pin.TenantSettingsChanged.v1",
                    Map.of("tenant", "contoso.com", "settings", Map.of("pinLength", 5)));
            await().until(() -> mine(page).size() == 3 && kinds(page).contains("SETTINGS"));
            JsonNode user = mine(page).stream()
                    .filter(one -> one.path("kind").asText().equals("USER"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    Set.of("kind", "id", "user", "type", "at"),
                    Set.copyOf(names(user)),
                    "that it changed, and nothing of how it is");
            assertEquals(story + "-1", user.path("id").asText());
            assertEquals("UserProvisioned", user.path("type").asText());
            assertNotNull(Instant.parse(user.path("at").asText()));
            assertEquals(
                    Set.of("USER", "NOTIFICATION", "MEETING"),
                    Set.copyOf(mine(page).stream()
                            .map(one -> one.path("kind").asText())
                            .toList()));
            assertFalse(page.heard().toString().contains("-other"));
            assertEquals(Set.of("changed"), Set.copyOf(page.names()));
        }
    }

    /** Each time somebody hears of a user, the user is there. */
    @Test
    void whatIsToldShows() {
        try (EventStream page = listen("helpdesk", null)) {
            await().until(() -> page.lastId() != null);
            for (int i = 0; i < 15; i++) {
                String id = story + "-shows-" + i;
                provisioned("contoso.com", id);
                await().until(() -> mine(page).stream()
                        .anyMatch(one -> one.path("id").asText().equals(id)));
                as("helpdesk").get(Api.USERS + "/" + id).then().statusCode(200);
                as("helpdesk").get(Api.USERS + "?limit=200&q=" + id).then().body("items.userId", hasItem(id));
            }
        }
    }

    @Test
    void whoComesBackHearsWhatItMissedAndNothingTwice() {
        List<String> all = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        String last;
        try (EventStream page = listen("admin", null)) {
            await().until(() -> page.lastId() != null);
            many("a", 100, all);
            await().until(() -> mine(page).size() >= 40);
            List<Heard> some = page.heard().subList(0, 40); // as if it had died with what it had received since
            some.stream().filter(this::isMine).forEach(one -> heard.add(id(one)));
            last = some.getLast().id();
        }
        many("b", 100, all);
        try (EventStream page = listen("admin", last)) {
            many("c", 20, all);
            await().until(() -> heard.size() + mine(page).size() >= all.size());
            page.heard().stream().filter(this::isMine).forEach(one -> heard.add(id(one)));
            assertFalse(page.names().contains("reset"));
        }
        assertEquals(new HashSet<>(all), new HashSet<>(heard));
        assertEquals(all.size(), heard.size(), "nothing twice");
    }

    /** Else each who comes back would be cut off where it lies, for as long as it is kept. */
    @Test
    @Tag("case-T3")
    void aRecordThatIsNoneOfOursEndsNoConnection() {
        String last;
        try (EventStream page = listen("admin", null)) {
            await().until(() -> page.lastId() != null);
            last = page.lastId();
            Map<String, ?> data = Map.of("tenant", "contoso.com", "deadLetterId", story + "-letter");
            for (String type : List.of("x", "foyer", "foyer.pin", "foyer.pin.x.y", "nobody.at.all")) {
                events.send("pin.events", type + ".DeadLetterReplayed.v1", data);
            }
            provisioned("contoso.com", story + "-behind");
            await().until(() -> !mine(page).isEmpty());
            assertFalse(page.isOver());
        }
        try (EventStream page = listen("admin", last)) {
            await().until(() ->
                    mine(page).stream().anyMatch(one -> one.path("id").asText().equals(story + "-behind")));
            assertFalse(page.isOver());
        }
    }

    @Test
    void aPageThatWasMadeBeforeItListensMissesNothing() {
        String made = streams.position();
        provisioned("contoso.com", story + "-between");
        try (EventStream page =
                EventStream.of(gateway.resolve("/api/v1/live?after=" + made), "admin", Gateway.PASSWORD, null)) {
            await().until(() -> mine(page).size() == 1);
        }
    }

    @Test
    void whoComesWithNothingOfOursIsToldToAskForEverything() {
        try (EventStream page = listen("admin", "of-another-broker.1.2.3")) {
            await().until(() -> !page.heard().isEmpty());
            assertEquals("reset", page.names().getFirst());
            provisioned("contoso.com", story + "-after");
            await().until(() -> mine(page).size() == 1);
        }
    }

    @Test
    void nobodyHearsOfWhatTheyMayNotAskFor() {
        try (EventStream auditor = listen("auditor", null);
                EventStream helpdesk = listen("helpdesk", null)) {
            await().until(() -> auditor.lastId() != null && helpdesk.lastId() != null);
            Map<String, Object> refused = Map.of(
                    "tenant", "contoso.com",
                    "callId", "+390212345678",
                    "from", "+390212345678",
                    "reason", "UNKNOWN_CONFERENCE",
                    "at", "2026-11-27T10:00:01Z");
            events.send("meeting.events", "foyer.meeting.CallerRefused.v1", refused);
            events.send(
                    "meeting.events",
                    "foyer.meeting.WebhookRemoved.v1",
                    Map.of("tenant", "contoso.com", "webhookId", story + "-wh"));
            provisioned("contoso.com", story + "-last");
            await().until(() -> kinds(auditor).containsAll(Set.of("CALL", "WEBHOOK"))
                    && !mine(helpdesk).isEmpty());
            assertFalse(kinds(helpdesk).contains("WEBHOOK"));
            assertFalse(kinds(helpdesk).contains("CALL"));
            assertFalse(auditor.heard().toString().contains("0212345678"), "whatever a leg is called");
        }
        for (String account : List.of("bridge", "app")) {
            assertEquals(403, as(account).get("/api/v1/live").statusCode(), account);
        }
    }

    /** Whose it is says the topic that it was read from, and nothing that whoever wrote it could say. */
    @Test
    void whoMayReadDeadLettersHearsOfNewOnesOfTheTenant() {
        try (EventStream auditor = listen("auditor", null);
                EventStream helpdesk = listen("helpdesk", null);
                EventStream other = listen("admin@fabrikam", null)) {
            await().until(() -> auditor.lastId() != null && helpdesk.lastId() != null && other.lastId() != null);
            Map<String, String> ofAnother = Map.of("ce_type", "foyer.pin.PinReset.v1", "ce_tenant", "fabrikam.com");
            String id = story + "-letter";
            events.buried(
                    id,
                    "in.contoso.com.directory",
                    "WHOLE",
                    "{\"tenant\":\"fabrikam.com\",\"userId\":\"" + story + "-claimed\"}",
                    "Not yours.",
                    ofAnother);
            provisioned("contoso.com", story + "-after");
            provisioned("fabrikam.com", story + "-after");
            await().until(() -> mine(auditor).size() == 2
                    && !mine(helpdesk).isEmpty()
                    && !mine(other).isEmpty());
            JsonNode told = mine(auditor).stream()
                    .filter(one -> one.path("kind").asText().equals("DEAD_LETTER"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Set.of("kind", "id", "type", "at"), Set.copyOf(names(told)));
            assertEquals(id, told.path("id").asText());
            assertEquals("DeadLetterWritten", told.path("type").asText());
            as("auditor").get("/api/v1/dead-letters?limit=200").then().body("items.id", hasItem(id));
            assertFalse(kinds(helpdesk).contains("DEAD_LETTER"), "the helpdesk may not read them");
            assertEquals(1, mine(other).size(), "nor is anybody else's tenant told");
        }
    }

    /** As an EventSource of a page does it: with its cookie, which is not renewed by it, and no longer than the session. */
    @Test
    void aPageListensWithItsSession() {
        String cookie = signedIn();
        Response page = browser().cookie("foyer-session", cookie).get("/admin/users");
        page.then().statusCode(200).header("Content-Security-Policy", containsString("connect-src 'self'"));
        try (EventStream stream =
                EventStream.with(gateway.resolve("/admin/live"), "Cookie", "foyer-session=" + cookie, null)) {
            await().until(() -> stream.lastId() != null);
            provisioned("contoso.com", story + "-page");
            await().until(() -> mine(stream).size() == 1);
            events.send(
                    "pin.events",
                    "foyer.pin.AccountSignedOut.v1",
                    Map.of("tenant", "contoso.com", "account", "admin", "generation", 1, "at", "2026-11-27T10:00:01Z"));
            await().until(stream::isOver);
            assertEquals(1, mine(stream).size());
        }
        assertEquals(
                303,
                browser().cookie("foyer-session", cookie).get("/admin/live").statusCode());
        assertEquals(
                401,
                as("admin")
                        .auth()
                        .none()
                        .cookie("foyer-session", cookie)
                        .get("/api/v1/live")
                        .statusCode());
        assertNull(browser().get("/admin/live").getCookie("foyer-session"));
    }

    private static io.restassured.specification.RequestSpecification browser() {
        return RestAssured.given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    private static String signedIn() {
        Response in = browser()
                .formParam("name", "admin")
                .formParam("password", Gateway.PASSWORD)
                .post("/admin/sign-in/check");
        assertTrue(in.getHeader("Location").endsWith("/admin/users"), in.getHeader("Location"));
        return in.getCookie("foyer-session");
    }

    private EventStream listen(String account, String lastEventId) {
        return EventStream.of(gateway.resolve("/api/v1/live"), account, Gateway.PASSWORD, lastEventId);
    }

    private void many(String part, int count, List<String> all) {
        for (int i = 0; i < count; i++) {
            String id = story + "-" + part + "-" + i;
            all.add(id);
            provisioned("contoso.com", id);
            provisioned("fabrikam.com", id);
        }
    }

    /** Now: the records' own times count. */
    private void provisioned(String tenant, String user) {
        ProducerRecord<byte[], byte[]> record = Events.record(
                "pin.events",
                "foyer.pin.UserProvisioned.v1",
                1,
                Map.of(
                        "tenant",
                        tenant,
                        "userId",
                        user,
                        "userPrincipalName",
                        user + "@" + tenant,
                        "displayName",
                        "Live " + user,
                        "primarySmtpAddress",
                        user + "@" + tenant,
                        "preferredLanguage",
                        "en",
                        "phoneNumbers",
                        List.of()));
        events.send(new ProducerRecord<>(
                record.topic(), null, Instant.now().toEpochMilli(), record.key(), record.value(), record.headers()));
    }

    private List<JsonNode> mine(EventStream stream) {
        return stream.heard().stream().filter(this::isMine).map(LiveTest::json).toList();
    }

    private boolean isMine(Heard heard) {
        return heard.data().contains(story);
    }

    private static String id(Heard heard) {
        return json(heard).path("id").asText();
    }

    private static Set<String> kinds(EventStream stream) {
        return Set.copyOf(stream.heard().stream()
                .map(one -> json(one).path("kind").asText())
                .toList());
    }

    private static List<String> names(JsonNode data) {
        List<String> names = new ArrayList<>();
        data.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(Heard heard) {
        try {
            return JSON.readTree(heard.data());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
