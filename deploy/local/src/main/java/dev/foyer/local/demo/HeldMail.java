package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import java.util.Map;

/** D1, D5: with automatic mail off, an administrator hands the PIN over. */
final class HeldMail implements Step {

    private static final String ELSEWHERE = "u@hotmail.com";

    @Override
    public String title() {
        return "Automatic mail is off: the mail is held, and sent by hand";
    }

    @Override
    public void play(Stage stage) {
        Expect.status(
                200, stage.change(Map.of("automaticallySendEmailsToUsers", false)), "Switching automatic mail off");
        stage.postbox().lookAway();
        String first = held(stage);
        stage.postbox().nothing(stage.organizer().userPrincipalName());
        stage.say("The reset's mail is HELD, and none was sent.");

        Expect.status(
                202,
                stage.cast().admin().post("/api/v1/notifications/" + first + "/send", Map.of("toAddress", ELSEWHERE)),
                "Sending the held mail");
        JsonNode mail = stage.postbox().next(ELSEWHERE);
        Expect.that(Postbox.pinIn(mail).equals(stage.pin()), "The released mail has another PIN");
        awaitStatus(stage, first, "SENT");
        stage.say("Sent by hand to " + ELSEWHERE + ": it arrived there.");
    }

    /** Resets and returns the id of the notification, which is held. */
    static String held(Stage stage) {
        Answer answer = ResetPin.reset(stage, Map.of());
        String id = answer.text("notification.id");
        awaitStatus(stage, id, "HELD");
        return id;
    }

    static void awaitStatus(Stage stage, String id, String status) {
        Expect.soon(
                () -> {
                    Answer ledger = stage.cast().admin().get("/api/v1/notifications/" + id);
                    return ledger.status() == 200 && status.equals(ledger.text("status"));
                },
                "Notification " + id + " is not " + status);
    }
}
