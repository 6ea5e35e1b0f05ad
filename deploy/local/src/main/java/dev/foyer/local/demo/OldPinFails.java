package dev.foyer.local.demo;

/** A reset takes the earlier PIN away at once. */
final class OldPinFails implements Step {

    @Override
    public String title() {
        return "The old PIN no longer opens, the new one does";
    }

    @Override
    public void play(Stage stage) {
        Expect.that(!stage.telephone().opens(stage.conferenceId(), stage.earlierPin()), "The old PIN still works");
        Expect.that(stage.telephone().opens(stage.conferenceId(), stage.pin()), "The new PIN does not work");
        stage.say("Old one: lobby. New one: leader.");
    }
}
