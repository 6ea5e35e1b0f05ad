package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;
import java.util.Map;

/** D2: another address only for a mail that is asked for. */
final class AddressNeedsSendEmail implements Step {

    @Override
    public String title() {
        return "sendEmailToAddress without sendEmail is refused";
    }

    @Override
    public void play(Stage stage) {
        Answer answer = Expect.status(
                400,
                stage.cast()
                        .admin()
                        .post(stage.userPath() + "/pin/reset", Map.of("sendEmailToAddress", "u@hotmail.com")),
                "An address without sendEmail");
        String detail = answer.text("detail");
        Expect.that(
                detail != null && detail.contains("sendEmail"), "The refusal does not say that sendEmail is missing");
        Expect.that(stage.telephone().opens(stage.conferenceId(), stage.pin()), "The refused reset changed the PIN");
        stage.say("400: " + detail);
    }
}
