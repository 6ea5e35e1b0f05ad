package dev.foyer.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.demo.Cast;
import dev.foyer.local.http.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** Users with names that people read, for the tests of pages; whoever calls this takes ids of its own. */
record DeskUsers(SharedFoyer shared) {

    /** A user whose PIN nobody saw; the mail with it is held. */
    void heldUnseen(String user) {
        provision(user);
        Answer enabled = cast().admin()
                .post("/api/v1/users/" + user + "/conferencing", Map.of("sendEmail", false, "reveal", false));
        assertEquals(201, enabled.status(), enabled::toString);
        held(enabled);
    }

    /** A user with an address that no mail can be sent to. @return the mail, which has failed */
    String failed(String user, String name) {
        put(user, name, "\u00e6r\u00f8." + user + "@contoso.com");
        Answer enabled = cast().admin()
                .post("/api/v1/users/" + user + "/conferencing", Map.of("sendEmail", true, "reveal", false));
        assertEquals(201, enabled.status(), enabled::toString);
        String mail = enabled.text("notification.id");
        Awaitility.await()
                .until(() -> "FAILED"
                        .equals(cast().admin()
                                .get("/api/v1/notifications/" + mail)
                                .text("status")));
        return mail;
    }

    /** The mail with the PIN of that answer, as soon as it is held. */
    String held(Answer pin) {
        String held = pin.text("notification.id");
        Awaitility.await().until(() -> {
            Answer mail = cast().admin().get("/api/v1/notifications/" + held);
            return "HELD".equals(mail.text("status")) && mail.text("expiresAt") != null;
        });
        return held;
    }

    Answer enabled(String user) {
        provision(user);
        Answer enabled = cast().admin().post("/api/v1/users/" + user + "/conferencing", Map.of());
        shared.issued(enabled.text("pin"));
        return enabled;
    }

    /** A call that waits in the lobby. */
    void dial(String conferenceId, String callId, String from) {
        Map<String, String> call = Map.of("callId", callId, "conferenceId", conferenceId, "from", from);
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        "LOBBY",
                        cast().bridge().post("/api/v1/bridge/calls", call).text("state"),
                        () -> "The call to " + conferenceId));
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
        put(user, name, user + "@contoso.com");
    }

    private void put(String user, String name, String address) {
        Answer put = cast().admin()
                .put(
                        "/api/v1/users/" + user,
                        Map.of(
                                "userPrincipalName", user + "@contoso.com",
                                "displayName", name,
                                "primarySmtpAddress", address));
        assertTrue(put.status() < 300, put::toString);
    }

    /** The dead letter of a user whom there is not. */
    String letter(String user, String name) {
        String topic = "in.contoso.com.directory";
        shared.foyer()
                .topics()
                .say(
                        topic,
                        user,
                        "foyer.directory.UserChanged.v1",
                        "{\"userId\":\"%s\",\"displayName\":\"%s\"}".formatted(user, name));
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> letterOf(topic, user), Objects::nonNull);
    }

    private String letterOf(String topic, String user) {
        for (JsonNode letter : cast().admin()
                .get("/api/v1/dead-letters?state=OPEN&limit=200&origin=" + topic)
                .at("items")) {
            if (user.equals(letter.at("/content/key").asText())) {
                return letter.path("id").asText();
            }
        }
        return null;
    }

    /** A caller who tries conference IDs until somebody suspects it: an empty page shows nothing of its table. */
    void suspected() {
        for (int id = 1_000_000; cast().admin().get("/api/v1/scans").at("items").isEmpty(); id++) {
            Map<String, Object> call = Map.of("callId", "desk-" + id, "conferenceId", "" + id, "from", "+12065550143");
            cast().bridge().post("/api/v1/bridge/calls", call);
        }
    }

    private Cast cast() {
        return shared.foyer().cast();
    }
}
