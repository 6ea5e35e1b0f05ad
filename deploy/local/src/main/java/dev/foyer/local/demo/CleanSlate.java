package dev.foyer.local.demo;

import dev.foyer.local.http.Segment;
import java.util.Map;

/** So that the demo can be played again and again on the same data. */
final class CleanSlate implements Step {

    @Override
    public String title() {
        return "Make sure the organizer starts without dial-in conferencing";
    }

    @Override
    public void play(Stage stage) {
        String path = "/api/v1/users/" + Segment.of(stage.organizer().userId());
        int status = stage.cast().admin().get(path).status();
        if (status == 404) {
            Expect.status(201, stage.cast().admin().put(path, stage.organizer().toBody()), "Creating the user");
            stage.say("Created " + stage.organizer().userPrincipalName() + ".");
        }
        if (stage.user().at("conferencing.enabled").asBoolean()) {
            Expect.status(204, stage.cast().admin().delete(stage.userPath() + "/conferencing"), "Disabling the user");
            stage.say("He was enabled already, from an earlier demo; disabled him first.");
        } else {
            stage.say(stage.organizer().displayName() + " is in the directory and not enabled.");
        }
        Expect.status(
                200,
                stage.change(Map.of("pinLength", 5, "automaticallySendEmailsToUsers", true)),
                "Setting PIN length and automatic mail");
        stage.postbox().lookAway();
    }
}
