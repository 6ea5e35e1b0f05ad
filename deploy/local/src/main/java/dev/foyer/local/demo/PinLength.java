package dev.foyer.local.demo;

import java.util.Map;

/** A1: 4 to 12, and only for PINs made later. */
final class PinLength implements Step {

    @Override
    public String title() {
        return "The tenant's PIN length: 3 and 13 are refused, 8 holds for later PINs";
    }

    @Override
    public void play(Stage stage) {
        Expect.status(400, stage.change(Map.of("pinLength", 3)), "pinLength 3");
        Expect.status(400, stage.change(Map.of("pinLength", 13)), "pinLength 13");
        Expect.status(200, stage.change(Map.of("pinLength", 8)), "pinLength 8");
        Expect.that(stage.telephone().opens(stage.conferenceId(), stage.pin()), "The older PIN no longer verifies");
        ResetPin.reset(stage, Map.of());
        Expect.equal(8, stage.pin().length(), "The length of the new PIN");
        stage.postbox().next(stage.organizer().userPrincipalName());
        Expect.that(stage.telephone().opens(stage.conferenceId(), stage.pin()), "The longer PIN does not verify");
        stage.say("The older PIN of 5 digits still opened; the one made now has 8 and opens too.");
    }
}
