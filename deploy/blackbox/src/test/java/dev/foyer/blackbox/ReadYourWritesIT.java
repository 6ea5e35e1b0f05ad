package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.home.Endpoint;
import dev.foyer.local.http.Answer;
import dev.foyer.local.http.Api;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After each command the very next query shows what it did, without a second try: by id, by name, in lists, in a search
 * and in the history. A command that is added to the API without a step here fails.
 */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
@Tag("case-R12")
class ReadYourWritesIT {

    private static final String USER = "/api/v1/users/at-once";
    private static final String CALLS = "/api/v1/bridge/calls";

    /** Shown by tests of their own: they need a Foyer, a scanner, a receiver, or something unusable to themselves. */
    private static final Set<String> ELSEWHERE = Set.of(
            "POST /api/v1/tenants",
            "DELETE /api/v1/tenants/{tenant}",
            "DELETE /api/v1/scans/{source}",
            "POST /api/v1/dead-letters/replay",
            "POST /api/v1/dead-letters/{letterId}/replay",
            "POST /api/v1/dead-letters/{letterId}/discard",
            "POST /api/v1/webhooks/{webhookId}/test",
            "POST /api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver");

    private static SharedFoyer shared;
    private static Cast cast;

    private final Set<String> done = new TreeSet<>(ELSEWHERE);

    @BeforeAll
    static void start(SharedFoyer foyer) {
        shared = foyer;
        cast = foyer.foyer().cast();
    }

    @Test
    void everyCommandIsSeenByTheNextQuery() {
        provision();
        String conferenceId = enable();
        String pin = reset();
        call(conferenceId, pin);
        lock();
        mails();
        meeting();
        settings();
        webhooks();
        campaign();
        scimTokens();
        removal();

        assertEquals(commands(), done);
    }

    private void provision() {
        did(
                "PUT /api/v1/users/{user}",
                201,
                cast.admin()
                        .put(
                                USER,
                                Map.of(
                                        "userPrincipalName", "at-once@contoso.com",
                                        "displayName", "Immediate Person",
                                        "primarySmtpAddress", "at-once@contoso.com")));
        assertEquals("Immediate Person", get(USER).text("displayName"));
        assertEquals("at-once", get("/api/v1/users/at-once@contoso.com").text("userId"));
        assertEquals(1, get("/api/v1/users?q=immediate").body().path("items").size());
        assertEquals(1, get(USER + "/history").body().path("items").size());
    }

    private String enable() {
        Answer enabled = did(
                "POST /api/v1/users/{user}/conferencing",
                201,
                cast.admin().post(USER + "/conferencing", Map.of("sendEmail", false)));
        shared.issued(enabled.text("pin"));
        assertEquals("true", get(USER).text("conferencing.enabled"));
        assertEquals(
                1,
                get("/api/v1/users?q=immediate&state=enabled")
                        .body()
                        .path("items")
                        .size());
        assertEquals("HELD", get(notification(enabled)).text("status"));

        did(
                "PATCH /api/v1/users/{user}/conferencing",
                200,
                cast.admin().patch(USER + "/conferencing", Map.of("allowPstnOnlyMeetings", true)));
        assertEquals("true", get(USER).text("conferencing.allowPstnOnlyMeetings"));
        did(
                "PATCH /api/v1/users/{user}/conferencing",
                200,
                cast.admin().patch(USER + "/conferencing", Map.of("allowPstnOnlyMeetings", false)));

        did(
                "POST /api/v1/users/{user}/conference-id/reset",
                200,
                cast.admin().post(USER + "/conference-id/reset", Map.of()));
        Answer set = did(
                "PUT /api/v1/users/{user}/conference-id",
                200,
                cast.admin().put(USER + "/conference-id", Map.of("conferenceId", "8250043")));
        assertEquals("8250043", get(USER).text("conferencing.conferenceId"));
        return set.text("conferencing.conferenceId");
    }

    private String reset() {
        int before = get(USER + "/history").body().path("items").size();
        Answer reset = did(
                "POST /api/v1/users/{user}/pin/reset",
                200,
                cast.admin().post(USER + "/pin/reset", Map.of("sendEmail", false)));
        assertTrue(get(USER + "/history").body().path("items").size() > before);
        assertEquals("HELD", get(notification(reset)).text("status"));
        return shared.issued(reset.text("pin"));
    }

    private void call(String conferenceId, String pin) {
        did(
                "POST /api/v1/bridge/calls",
                200,
                cast.bridge().post(CALLS, Map.of("callId", "at-once-1", "conferenceId", conferenceId)));
        assertEquals("1", get("/api/v1/meetings/" + conferenceId).text("counts.waiting"));
        assertEquals("LOBBY", ok(cast.bridge().get(CALLS + "/at-once-1")).text("state"));

        String wrong = pin.startsWith("1") ? "2222" : "1111";
        did(
                "POST /api/v1/bridge/calls/{callId}/organizer-pin",
                200,
                cast.bridge().post(CALLS + "/at-once-1/organizer-pin", Map.of("pin", wrong)));
        assertEquals("1", get(USER).text("conferencing.failedAttempts"));
        did(
                "POST /api/v1/bridge/calls/{callId}/organizer-pin",
                200,
                cast.bridge().post(CALLS + "/at-once-1/organizer-pin", Map.of("pin", pin)));
        assertEquals("RUNNING", get("/api/v1/meetings/" + conferenceId).text("phase"));
        assertEquals("0", get(USER).text("conferencing.failedAttempts"));

        did(
                "POST /api/v1/bridge/calls/{callId}/heartbeat",
                204,
                cast.bridge().post(CALLS + "/at-once-1/heartbeat", Map.of()));
        did("DELETE /api/v1/bridge/calls/{callId}", 204, cast.bridge().delete(CALLS + "/at-once-1"));
        assertEquals("LEFT", ok(cast.bridge().get(CALLS + "/at-once-1")).text("state"));
    }

    private void lock() {
        did("POST /api/v1/users/{user}/pin/lock", 204, cast.admin().post(USER + "/pin/lock", Map.of()));
        assertTrue(get(USER).at("conferencing.lock").has("since"));
        assertEquals(
                1,
                get("/api/v1/users?q=immediate&state=locked")
                        .body()
                        .path("items")
                        .size());
        did("POST /api/v1/users/{user}/pin/unlock", 204, cast.admin().post(USER + "/pin/unlock", Map.of()));
        assertEquals(
                0,
                get("/api/v1/users?q=immediate&state=locked")
                        .body()
                        .path("items")
                        .size());
    }

    private void mails() {
        String handedOver = held();
        did("POST /api/v1/notifications/{id}/hand-over", 204, cast.admin().post(handedOver + "/hand-over", Map.of()));
        assertEquals("HANDED_OVER", get(handedOver).text("status"));
        String discarded = held();
        did("POST /api/v1/notifications/{id}/discard", 204, cast.admin().post(discarded + "/discard", Map.of()));
        assertEquals("DISCARDED", get(discarded).text("status"));
        String sent = held();
        did("POST /api/v1/notifications/{id}/send", 202, cast.admin().post(sent + "/send", Map.of()));
        assertTrue(Set.of("RELEASED", "SENT").contains(get(sent).text("status")), get(sent)::toString);
        // It is held: there is nothing to try again.
        did("POST /api/v1/notifications/{id}/retry", 409, cast.admin().post(held() + "/retry", Map.of()));
        Answer asked = did(
                "POST /api/v1/users/{user}/conferencing/email",
                202,
                cast.admin().post(USER + "/conferencing/email", Map.of()));
        assertEquals(
                "CONFERENCE_INFORMATION",
                get("/api/v1/notifications/" + asked.text("id")).text("kind"));
        Answer unseen = ok(cast.admin().post(USER + "/pin/reset", Map.of("sendEmail", false, "reveal", false)));
        Answer revealed = did(
                "POST /api/v1/notifications/{id}/reveal",
                200,
                cast.admin().post(notification(unseen) + "/reveal", Map.of()));
        shared.issued(revealed.text("pin"));
        assertEquals(
                410,
                cast.admin().post(notification(unseen) + "/reveal", Map.of()).status(),
                "the view knows");
    }

    private void meeting() {
        Answer scheduled = did(
                "POST /api/v1/meetings",
                201,
                cast.admin().post("/api/v1/meetings", Map.of("organizer", "at-once", "subject", "At once")));
        String meeting = "/api/v1/meetings/" + scheduled.text("conferenceId");
        assertEquals("At once", get(meeting).text("subject"));
        assertTrue(get("/api/v1/meetings?organizer=at-once").body().toString().contains("At once"));

        did(
                "POST /api/v1/meetings/{conferenceId}/participants",
                200,
                cast.app().post(meeting + "/participants", Map.of("participantId", "p-1", "displayName", "Ada")));
        assertEquals("RUNNING", get(meeting).text("phase"));
        did("POST /api/v1/meetings/{conferenceId}/admit", 204, cast.admin().post(meeting + "/admit", Map.of()));
        did(
                "DELETE /api/v1/meetings/{conferenceId}/participants/{participantId}",
                200,
                cast.app().delete(meeting + "/participants/p-1"));
        assertEquals("1", get(meeting).text("counts.left"));
        did("POST /api/v1/meetings/{conferenceId}/end", 204, cast.admin().post(meeting + "/end", Map.of()));
        assertEquals("ENDED", get(meeting).text("phase"));
    }

    private void settings() {
        String before = get("/api/v1/settings").text("defaultLanguage");
        String other = "en".equals(before) ? "it" : "en";
        for (String language : new String[] {other, before}) {
            did(
                    "PATCH /api/v1/settings",
                    200,
                    cast.admin().patch("/api/v1/settings", Map.of("defaultLanguage", language)));
            assertEquals(language, get("/api/v1/settings").text("defaultLanguage"));
        }
    }

    /** Of a receiver that is never asked: nothing of that type happens here. */
    private void scimTokens() {
        String all = "/api/v1/scim-tokens";
        String id = did("POST /api/v1/scim-tokens", 201, cast.admin().post(all, Map.of("name", "Entra ID")))
                .text("id");
        assertTrue(get(all).body().toString().contains(id));
        did("DELETE /api/v1/scim-tokens/{tokenId}", 204, cast.admin().delete(all + "/" + id));
        assertFalse(get(all).body().toString().contains(id));
    }

    private void webhooks() {
        String all = "/api/v1/webhooks";
        Map<String, Object> wanted =
                Map.of("url", "https://1.1.1.1/foyer", "types", List.of("foyer.meeting.TimeLimitReached.v1"));
        String id = did("POST /api/v1/webhooks", 201, cast.admin().post(all, wanted))
                .text("id");
        String webhook = all + "/" + id;
        assertEquals("ACTIVE", get(webhook).text("status"));
        assertInAudit("WebhookAdded", id);
        did("PATCH /api/v1/webhooks/{webhookId}", 200, cast.admin().patch(webhook, Map.of("paused", true)));
        assertEquals("PAUSED", get(webhook).text("status"));
        assertInAudit("WebhookChanged", id);
        did(
                "POST /api/v1/webhooks/{webhookId}/rotate-secret",
                200,
                cast.admin().post(webhook + "/rotate-secret", Map.of()));
        assertNotNull(get(webhook).text("previousSecretUntil"));
        assertInAudit("WebhookSecretRotated", id);
        did("DELETE /api/v1/webhooks/{webhookId}", 204, cast.admin().delete(webhook));
        assertEquals(404, cast.admin().get(webhook).status());
        assertInAudit("WebhookRemoved", id);
    }

    private static void assertInAudit(String type, String id) {
        JsonNode newest = get("/api/v1/audit?type=" + type).body().path("items");
        assertTrue(newest.toString().contains(id), type + " of " + id + " in " + newest);
    }

    private void campaign() {
        String all = "/api/v1/campaigns";
        List<String> users = List.of("at-once", "nobody-1", "nobody-2", "nobody-3");
        Answer begun = did(
                "POST /api/v1/campaigns",
                201,
                cast.admin().post(all, Map.of("action", "ENABLE", "users", users, "perSecond", 1)));
        String campaign = all + "/" + begun.text("id");
        assertEquals("4", get(campaign).text("users"));
        did("POST /api/v1/campaigns/{campaignId}/stop", 200, cast.admin().post(campaign + "/stop", Map.of()));
        assertEquals("STOPPED", get(campaign).text("state"));
        did("POST /api/v1/campaigns/{campaignId}/continue", 200, cast.admin().post(campaign + "/continue", Map.of()));
        assertEquals("RUNNING", get(campaign).text("state"));
        assertTrue(get(all).body().toString().contains(begun.text("id")));
    }

    private void removal() {
        did("DELETE /api/v1/users/{user}/conferencing", 204, cast.admin().delete(USER + "/conferencing"));
        assertEquals("false", get(USER).text("conferencing.enabled"));
        did("DELETE /api/v1/users/{user}", 204, cast.admin().delete(USER));
        assertEquals(404, cast.admin().get(USER).status());
        assertEquals(404, cast.admin().get("/api/v1/users/at-once@contoso.com").status());
        assertEquals(0, get("/api/v1/users?q=immediate").body().path("items").size());
    }

    /** The mail of another new PIN. */
    private String held() {
        Answer reset = ok(cast.admin().post(USER + "/pin/reset", Map.of("sendEmail", false)));
        shared.issued(reset.text("pin"));
        return notification(reset);
    }

    private static String notification(Answer issued) {
        return "/api/v1/notifications/" + issued.text("notification.id");
    }

    private Answer did(String command, int status, Answer answer) {
        assertEquals(status, answer.status(), () -> command + ": " + answer);
        done.add(command);
        return answer;
    }

    private static Answer get(String path) {
        return ok(cast.admin().get(path));
    }

    private static Answer ok(Answer answer) {
        assertEquals(200, answer.status(), answer::toString);
        return answer;
    }

    /** All that change something, as the gateway's own OpenAPI document has them. */
    private static Set<String> commands() {
        Set<String> all = new TreeSet<>();
        JsonNode paths = Api.anonymous(shared.foyer().ports().http(Endpoint.GATEWAY))
                .get("/q/openapi?format=json")
                .body()
                .path("paths");
        paths.properties()
                .forEach(path -> Set.of("post", "put", "patch", "delete").stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return all;
    }
}
