package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import java.util.Map;

/** A3, A4, M3: the procedure that the product is named after. */
final class ResetPin implements Step {

    @Override
    public String title() {
        return "The administrator resets the PIN";
    }

    @Override
    public void play(Stage stage) {
        Answer answer = reset(stage, Map.of());
        JsonNode mail = stage.postbox().next(stage.organizer().userPrincipalName());
        Expect.that(Postbox.pinIn(mail).equals(stage.pin()), "The mail's PIN is not the one that was shown");
        Expect.equal(Stage.MASKED, stage.user().text("conferencing.pin"), "The PIN after the reset");
        stage.say("200, a new PIN of " + stage.pin().length() + " digits, shown once; notification "
                + answer.text("notification.id") + ".");
        stage.say("\"" + mail.path("subject").asText() + "\" arrived, with the same PIN.");
    }

    /** Resets, checks the answer and remembers the new PIN. */
    static Answer reset(Stage stage, Map<String, ?> body) {
        Answer answer = Expect.status(
                200, stage.cast().admin().post(stage.userPath() + "/pin/reset", body), "Resetting the PIN");
        String pin = answer.text("pin");
        Expect.that(pin != null && pin.matches("\\d{4,12}"), "The reset shows no PIN");
        Expect.that(!pin.equals(stage.pin()), "The new PIN is the old one");
        Expect.that(answer.text("notification.id") != null, "The reset names no notification");
        stage.newPin(pin);
        return answer;
    }
}
