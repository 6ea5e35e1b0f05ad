package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;

/** E: who dials a running meeting is not asked anything; and when the last one leaves, it ends. */
final class LaterCaller implements Step {

    @Override
    public String title() {
        return "A later caller joins directly; then all hang up";
    }

    @Override
    public void play(Stage stage) {
        Telephone telephone = stage.telephone();
        Answer answer = telephone.dial(stage.conferenceId());
        Expect.equal("JOINED", answer.text("state"), "The later caller's state");
        Expect.that(!answer.at("askForOrganizer").asBoolean(), "The later caller is asked for the organizer");
        telephone.calls().forEach(telephone::hangUp);
        Expect.soon(
                () -> !"RUNNING".equals(OrganizerOpens.meeting(stage).text("phase")),
                "The meeting still runs after everybody left");
        stage.say("No question, no music. After the last one hung up the meeting is over.");
    }
}
