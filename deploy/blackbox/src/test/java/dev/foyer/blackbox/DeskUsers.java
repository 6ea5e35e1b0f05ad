package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.util.Map;
import org.awaitility.Awaitility;

/** Users with names that people read, for the tests of pages; whoever calls this takes ids of its own. */
record DeskUsers(SharedFoyer shared) {

    /** A user whose PIN nobody saw; the mail with it is held. */
    void heldUnseen(String user) {
        provision(user);
        Answer enabled = cast().admin()
                .post("/api/v1/users/" + user + "/conferencing", Map.of("sendEmail", false, "reveal", false));
        assertEquals(201, enabled.status(), enabled::toString);
        String held = "/api/v1/notifications/" + enabled.text("notification.id");
        Awaitility.await()
                .until(() -> "HELD".equals(cast().admin().get(held).text("status"))
                        && cast().admin().get(held).text("expiresAt") != null);
    }

    Answer enabled(String user) {
        provision(user);
        Answer enabled = cast().admin().post("/api/v1/users/" + user + "/conferencing", Map.of());
        shared.issued(enabled.text("pin"));
        return enabled;
    }

    /** A call that waits in the lobby. */
    void dial(String conferenceId, String callId, String from) {
        Awaitility.await()
                .until(() -> "LOBBY"
                        .equals(cast().bridge()
                                .post(
                                        "/api/v1/bridge/calls",
                                        Map.of("callId", callId, "conferenceId", conferenceId, "from", from))
                                .text("state")));
    }

    /** Somebody signed in joins, so the meeting starts. */
    void joinInApp(String conferenceId, String participantId) {
        cast().app()
                .post(
                        "/api/v1/meetings/" + conferenceId + "/participants",
                        Map.of("participantId", participantId, "displayName", "Desk in the app"));
    }

    String state(String callId) {
        return cast().bridge().get("/api/v1/bridge/calls/" + callId).text("state");
    }

    void provision(String user) {
        named(user, user.substring(0, 1).toUpperCase() + user.substring(1) + " Deskdottir");
    }

    void named(String user, String name) {
        Answer put = cast().admin()
                .put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName", user + "@contoso.com",
                                "displayName", name,
                                "primarySmtpAddress", user + "@contoso.com"));
        assertTrue(put.status() < 300, put::toString);
    }

    private Cast cast() {
        return shared.foyer().cast();
    }
}
