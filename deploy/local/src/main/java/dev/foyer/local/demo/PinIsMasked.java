package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;
import java.util.Map;

/** A4: shown at most once. */
final class PinIsMasked implements Step {

    @Override
    public String title() {
        return "Whoever looks again sees no PIN";
    }

    @Override
    public void play(Stage stage) {
        Answer user = stage.user();
        Expect.equal(Stage.MASKED, user.text("conferencing.pin"), "The PIN in the user's page");
        Expect.that(!user.body().toString().contains("\"" + stage.pin() + "\""), "The PIN stands in the user");
        Answer again = Expect.status(
                200, stage.cast().admin().post(stage.userPath() + "/conferencing", Map.of()), "Enabling once more");
        Expect.that(again.text("pin") == null, "Enabling an enabled user shows a PIN");
        stage.say("GET shows " + Stage.MASKED + "; enabling once more changes nothing and shows nothing.");
    }
}
