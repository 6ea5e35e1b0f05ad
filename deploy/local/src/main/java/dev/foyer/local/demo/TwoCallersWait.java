package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;

/** E: nobody is in before the organizer. */
final class TwoCallersWait implements Step {

    @Override
    public String title() {
        return "Two callers dial the conference ID";
    }

    @Override
    public void play(Stage stage) {
        for (int caller = 1; caller <= 2; caller++) {
            Answer answer = stage.telephone().dial(stage.conferenceId());
            Expect.equal("LOBBY", answer.text("state"), "The caller's state");
            Expect.that(answer.at("music").asBoolean(), "The waiting caller hears no music");
            Expect.that(answer.at("askForOrganizer").asBoolean(), "The caller is not asked for the organizer");
        }
        stage.say("Both wait in the lobby and hear music.");
    }
}
