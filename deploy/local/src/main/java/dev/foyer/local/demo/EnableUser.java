package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;
import java.util.Map;

/** A1, A3, C1: the PIN is generated, and shown to the administrator this one time. */
final class EnableUser implements Step {

    @Override
    public String title() {
        return "The administrator enables the user";
    }

    @Override
    public void play(Stage stage) {
        Answer answer = Expect.status(
                201, stage.cast().admin().post(stage.userPath() + "/conferencing", Map.of()), "Enabling the user");
        String pin = answer.text("pin");
        String conferenceId = answer.text("conferenceId");
        Expect.that(pin != null && pin.matches("\\d{5}"), "The PIN is not 5 digits long");
        Expect.that(
                conferenceId != null && conferenceId.matches("\\d{7}"),
                "The conference ID is not 7 digits: " + conferenceId);
        stage.newPin(pin);
        stage.setConferenceId(conferenceId);
        stage.say("201. Conference ID " + conferenceId + ". PIN " + pin + ", shown to the administrator once, here.");
    }
}
