package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes all four services together: conferences that change, PINs that are revealed, organizers who are gone. */
@ExtendWith(SharedFoyer.Lender.class)
@Order(SharedFoyer.LATE)
class PublicApiIT {

    private static SharedFoyer shared;
    private static Cast cast;

    @BeforeAll
    static void start(SharedFoyer foyer) {
        shared = foyer;
        cast = foyer.foyer().cast();
    }

    @Test
    @Tag("C3")
    void anotherConferenceIdIsThereAtOnceAndTheOldOneDead() {
        String user = enabled("mover");
        String old = conferenceId(user);
        dial(old, "mover-1");
        Answer moved = expect(200, cast.admin().post(user + "/conference-id/reset", Map.of()));
        String now = moved.text("conferencing.conferenceId");
        assertNotEquals(old, now);
        assertEquals(moved.body(), cast.admin().get(user).body());
        assertEquals("LOBBY", dial(now, "mover-2").text("state"));
        Awaitility.await()
                .untilAsserted(() ->
                        assertEquals("UNKNOWN_CONFERENCE", dial(old, "mover-3").text("state")));

        expect(400, cast.admin().put(user + "/conference-id", Map.of("conferenceId", "0123456")));
        Answer set = expect(200, cast.admin().put(user + "/conference-id", Map.of("conferenceId", "8150042")));
        assertEquals("8150042", set.text("conferencing.conferenceId"));
        assertEquals("LOBBY", dial("8150042", "mover-4").text("state"));
        String other = enabled("other");
        expect(409, cast.admin().put(other + "/conference-id", Map.of("conferenceId", "8150042")));
    }

    @Test
    @Tag("C4")
    @Tag("E1")
    void whoMayStartHoldsForTheNextCaller() {
        String user = enabled("starter");
        String conferenceId = conferenceId(user);
        assertEquals("LOBBY", dial(conferenceId, "starter-1").text("state"));
        Answer changed = expect(200, cast.admin().patch(user + "/conferencing", Map.of("allowPstnOnlyMeetings", true)));
        assertEquals("true", changed.text("conferencing.allowPstnOnlyMeetings"));
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        "true",
                        cast.admin().get("/api/v1/meetings/" + conferenceId).text("startWithoutPin")));
        assertEquals("JOINED", dial(conferenceId, "starter-2").text("state"));
        Map<String, Object> foreign = new HashMap<>();
        foreign.put("serviceNumber", "+15550100");
        assertFalse(cast.admin().patch(user + "/conferencing", foreign).status() == 200, "a number of nobody");
        expect(400, cast.admin().patch(user + "/conferencing", Map.of("pin", "12345")));
    }

    @Test
    @Tag("A4")
    @Tag("D5")
    void aHeldPinIsSeenOnce() {
        String user = enabled("unseen");
        Answer reset = expect(200, cast.admin().post(user + "/pin/reset", Map.of("sendEmail", false, "reveal", false)));
        assertNull(reset.text("pin"));
        String mail = "/api/v1/notifications/" + reset.text("notification.id");
        Awaitility.await().untilAsserted(() -> expect(200, cast.admin().get(mail)));

        expect(403, cast.auditor().post(mail + "/reveal", Map.of()));
        Answer revealed =
                expect(200, cast.admin().with("Idempotency-Key", "look").post(mail + "/reveal", Map.of()));
        assertEquals(List.of("no-store"), revealed.headers().allValues("Cache-Control"));
        expect(410, cast.admin().with("Idempotency-Key", "look").post(mail + "/reveal", Map.of()));
        expect(410, cast.admin().post(mail + "/reveal", Map.of()));
        String conferenceId = conferenceId(user);
        dial(conferenceId, "unseen-1");
        assertEquals(
                "true", pin("unseen-1", shared.issued(revealed.text("pin"))).text("leader"), "it is the user's PIN");

        expect(204, cast.admin().post(mail + "/hand-over", Map.of()));
        assertEquals("HANDED_OVER", cast.admin().get(mail).text("status"));
        expect(409, cast.admin().post(mail + "/send", Map.of()));
        expect(410, cast.admin().post(mail + "/reveal", Map.of()));

        Answer seen = expect(200, cast.admin().post(user + "/pin/reset", Map.of("sendEmail", false)));
        shared.issued(seen.text("pin"));
        String shown = seen.text("notification.id");
        expect(409, cast.admin().post("/api/v1/notifications/" + shown + "/reveal", Map.of()));
    }

    @Test
    @Tag("B3")
    void wrongLockedDisabledAndRemovedLookTheSame() {
        for (String kind : List.of("wrong", "locked", "disabled", "removed")) {
            String user = enabled(kind);
            dial(conferenceId(user), kind + "-1");
            switch (kind) {
                case "locked" -> expect(204, cast.admin().post(user + "/pin/lock", Map.of()));
                case "disabled" -> expect(204, cast.admin().delete(user + "/conferencing"));
                case "removed" -> expect(204, cast.admin().delete(user));
                default -> {}
            }
        }
        for (String kind : List.of("disabled", "removed")) {
            Awaitility.await()
                    .untilAsserted(() -> assertEquals(
                            "LEFT",
                            cast.bridge()
                                    .get("/api/v1/bridge/calls/" + kind + "-1")
                                    .text("state")));
        }
        for (int tries = 0; tries < 4; tries++) {
            Answer wrong = pin("wrong-1", "0000");
            expect(200, wrong);
            for (String kind : List.of("locked", "disabled", "removed")) {
                Answer other = pin(kind + "-1", "0000");
                assertEquals(wrong.status(), other.status(), kind);
                assertEquals(wrong.body(), other.body(), kind);
            }
        }
        expect(404, cast.admin().get("/api/v1/users/removed"));
    }

    private static String enabled(String id) {
        String upn = id + "@contoso.com";
        String user = "/api/v1/users/" + id;
        Map<String, Object> body = Map.of("userPrincipalName", upn, "displayName", id, "primarySmtpAddress", upn);
        expect(201, cast.admin().put(user, body));
        expect(201, cast.admin().post(user + "/conferencing", Map.of("reveal", false)));
        return user;
    }

    private static String conferenceId(String user) {
        return cast.admin().get(user).text("conferencing.conferenceId");
    }

    private static Answer dial(String conferenceId, String callId) {
        return expect(
                200,
                cast.bridge().post("/api/v1/bridge/calls", Map.of("callId", callId, "conferenceId", conferenceId)));
    }

    private static Answer pin(String callId, String pin) {
        return cast.bridge().post("/api/v1/bridge/calls/" + callId + "/organizer-pin", Map.of("pin", pin));
    }

    private static Answer expect(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        return answer;
    }
}
