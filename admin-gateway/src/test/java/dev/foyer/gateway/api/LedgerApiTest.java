package dev.foyer.gateway.api;

import static dev.foyer.gateway.Api.as;
import static dev.foyer.gateway.Api.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Position;
import dev.foyer.gateway.Events;
import dev.foyer.gateway.Gateway;
import dev.foyer.gateway.index.ReadModel;
import dev.foyer.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger of mails as administrators ask for it: every filter with every other, page by page, and in words. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(Gateway.class)
@Tag("D6")
class LedgerApiTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<String> STATES =
            Arrays.stream(NotificationStatus.values()).map(Enum::name).toList();
    private static final List<String> KINDS =
            Arrays.stream(NotificationKind.values()).map(Enum::name).toList();

    @Inject
    ReadModel index;

    private record Mail(String id, String user, String kind, String status, Instant createdAt) {}

    @BeforeEach
    void caughtUp() {
        Awaitility.await().until(index::isCaughtUp);
    }

    /** Half of the states, of the kinds, of the users and of the time, alone and together, each page by page. */
    @Test
    void everyFilterWithEveryOtherPageByPage() {
        List<Mail> all = new ArrayList<>();
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> positions = new ArrayList<>();
            for (String user : List.of("ledger-a", "ledger-b")) {
                positions.add(
                        events.enabled("fabrikam.com", user, user.endsWith("a") ? "4788001" : "4788002", "n-" + user));
                for (int i = 0; i < STATES.size() * KINDS.size(); i++) {
                    Mail mail = new Mail(
                            user + "-" + i,
                            user,
                            KINDS.get(i % KINDS.size()),
                            STATES.get(i / KINDS.size()),
                            BEGIN.plusSeconds(60L * (i % 7)));
                    all.add(mail);
                    positions.add(events.send("notification.events", type(mail), entry(mail, null)));
                }
            }
            index.passed(positions, Duration.ofSeconds(20));
        }
        Instant middle = BEGIN.plusSeconds(180);
        Map<String, Predicate<Mail>> filters = new LinkedHashMap<>();
        filters.put("user=ledger-a", mail -> mail.user().equals("ledger-a"));
        filters.put("status=failed", mail -> mail.status().equals("FAILED"));
        filters.put("kind=pin_reset", mail -> mail.kind().equals("PIN_RESET"));
        filters.put("from=" + middle, mail -> !mail.createdAt().isBefore(middle));
        filters.put("to=" + middle, mail -> mail.createdAt().isBefore(middle));
        List<String> names = List.copyOf(filters.keySet());
        for (int chosen = 1; chosen < 1 << names.size(); chosen++) {
            List<String> query = new ArrayList<>();
            Predicate<Mail> wanted = mail -> true;
            for (int i = 0; i < names.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    query.add(names.get(i));
                    wanted = wanted.and(filters.get(names.get(i)));
                }
            }
            // Others' tests have mails of their own at other times.
            query.add("user=" + (query.contains("user=ledger-a") ? "ledger-a" : "ledger-b"));
            String user = query.getLast().substring("user=".length());
            List<String> expected = all.stream()
                    .filter(wanted)
                    .filter(mail -> mail.user().equals(user))
                    .sorted(Comparator.comparing(Mail::createdAt).reversed())
                    .map(mail -> mail.createdAt() + " " + mail.id())
                    .toList();
            check(String.join("&", query.stream().distinct().toList()), expected);
        }
    }

    /** Newest first; those of the same time in any order, but each once. */
    private static void check(String query, List<String> expected) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = as("admin@fabrikam")
                    .get("/api/v1/notifications?limit=7&" + query + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(expected.size()))
                    .extract()
                    .jsonPath();
            List<Map<String, String>> items = page.getList("items");
            items.forEach(item -> found.add(item.get("createdAt") + " " + item.get("id")));
            assertTrue(items.size() <= 7);
            cursor = page.getString("next");
        } while (cursor != null);
        assertEquals(
                expected.stream().sorted().toList(), found.stream().sorted().toList(), query);
        List<String> times =
                found.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times, query);
    }

    @Test
    void aReasonIsExplainedInTheReadersLanguage() {
        Mail mail = new Mail("n-explained", "ledger-c", "PIN_RESET", "FAILED", BEGIN);
        send(mail, "MAIL_SERVER_GAVE_NO_ANSWER (possibly delivered 3 times)");
        as("admin@fabrikam")
                .get("/api/v1/notifications/n-explained")
                .then()
                .statusCode(200)
                .body("reason", startsWith("MAIL_SERVER_GAVE_NO_ANSWER"))
                .body(
                        "explanation",
                        equalTo(
                                "The mail server was given the whole mail and did not say what became of it."
                                        + " It may have been delivered 3 times without our knowing."
                                        + " It is not tried again by itself: ask the user whether it arrived, and retry it if not."));
        as("admin@fabrikam")
                .header("Accept-Language", "it-CH, en;q=0.5")
                .get("/api/v1/notifications/n-explained")
                .then()
                .body("explanation", startsWith("Il server di posta ha ricevuto l’intero messaggio"));
        send(new Mail("n-sent", "ledger-c", "PIN_RESET", "SENT", BEGIN), null);
        as("admin@fabrikam").get("/api/v1/notifications/n-sent").then().body("$", not(hasKey("explanation")));
    }

    /** Its link, if it had one, shows nothing since; that a mail left does not change any more. */
    @Test
    @Tag("D7")
    void aMailThatLeftSaysSinceWhenItsPinIsReplaced() {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            List<Position> positions = List.of(
                    events.send("pin.events", "foyer.pin.UserEnabled.v1", pin("2026-11-21T10:00:00Z", "n-first")),
                    events.send("pin.events", "foyer.pin.PinReset.v1", pin("2026-11-21T11:00:00Z", "n-second")));
            index.passed(positions, Duration.ofSeconds(10));
        }
        send(new Mail("n-first", "ledger-d", "WELCOME", "SENT", Instant.parse("2026-11-21T10:00:00Z")), null);
        send(new Mail("n-second", "ledger-d", "PIN_RESET", "SENT", Instant.parse("2026-11-21T11:00:00Z")), null);
        send(
                new Mail("n-news", "ledger-d", "INFORMATION_CHANGED", "SENT", Instant.parse("2026-11-21T10:30:00Z")),
                null);
        assertEquals(
                Map.of("n-first", "2026-11-21T11:00:00Z"),
                as("admin@fabrikam")
                        .get("/api/v1/notifications?user=ledger-d")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Map<String, String>>getList("items")
                        .stream()
                        .filter(item -> item.get("pinReplacedAt") != null)
                        .collect(Collectors.toMap(item -> item.get("id"), item -> item.get("pinReplacedAt"))));
    }

    /** That the user's conferencing is off is the last mail, and often the one that somebody asks for. */
    @Test
    void whoIsRemovedIsAskedForById() {
        Map<String, Object> user = Map.of("tenant", "fabrikam.com", "userId", "ledger-gone");
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            index.passed(
                    List.of(
                            events.provisioned("fabrikam.com", "ledger-gone", "gone@fabrikam.com", "Gone"),
                            events.send("pin.events", "foyer.pin.UserRemoved.v1", user)),
                    Duration.ofSeconds(10));
        }
        send(new Mail("n-gone", "ledger-gone", "TURNED_OFF", "SENT", Instant.parse("2026-11-21T10:00:00Z")), null);
        for (String list : List.of("/api/v1/notifications?user=", "/api/v1/meetings?organizer=")) {
            as("admin@fabrikam").get(list + "ledger-gone").then().statusCode(200);
            for (String nobody : List.of("ledger-nobody", "gone@fabrikam.com", "u-17")) {
                problem(as("admin@fabrikam").get(list + nobody).then(), 404, "user-not-found");
            }
        }
        as("admin@fabrikam")
                .get("/api/v1/notifications?user=ledger-gone")
                .then()
                .body("items.id", equalTo(List.of("n-gone")));
    }

    private static Map<String, Object> pin(String at, String notification) {
        return Map.of(
                "tenant", "fabrikam.com",
                "userId", "ledger-d",
                "conferenceId", "4788004",
                "pinSetAt", at,
                "pinSetBy", "admin",
                "notificationId", notification,
                "mail", "QUEUED");
    }

    private void send(Mail mail, String reason) {
        try (Events events = new Events(BrokerResource.broker().bootstrapServers())) {
            index.passed(
                    List.of(events.send("notification.events", type(mail), entry(mail, reason))),
                    Duration.ofSeconds(10));
        }
    }

    private static String type(Mail mail) {
        return "foyer.notification.Notification" + mail.status().charAt(0)
                + mail.status().substring(1).toLowerCase() + ".v1";
    }

    private static Map<String, Object> entry(Mail mail, String reason) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "tenant", "fabrikam.com",
                "userId", mail.user(),
                "notificationId", mail.id(),
                "kind", mail.kind(),
                "status", mail.status(),
                "attempts", 0,
                "createdAt", mail.createdAt().toString(),
                "expiresAt", mail.createdAt().plus(Duration.ofDays(7)).toString()));
        if (reason != null) {
            entry.put("reason", reason);
        }
        return entry;
    }
}
