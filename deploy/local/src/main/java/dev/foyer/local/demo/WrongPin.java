package dev.foyer.local.demo;

import dev.foyer.local.http.Answer;

/** B2: three tries per call. */
final class WrongPin implements Step {

    @Override
    public String title() {
        return "A caller says to be the organizer and keys in a wrong PIN";
    }

    @Override
    public void play(Stage stage) {
        stage.telephone().dial(stage.conferenceId());
        for (int left = 2; left >= 1; left--) {
            Answer answer = stage.telephone().keyIn(stage.telephone().lastCall(), otherThan(stage.pin()));
            Expect.equal("LOBBY", answer.text("state"), "The state after a wrong PIN");
            Expect.equal(left, answer.at("triesLeft").asInt(-1), "The number of tries left");
        }
        stage.say("Still in the lobby; first 2 tries left, then 1.");
    }

    /** Every digit is another one. */
    private static String otherThan(String pin) {
        StringBuilder other = new StringBuilder();
        pin.chars().forEach(digit -> other.append((char) ('0' + (digit - '0' + 1) % 10)));
        return other.toString();
    }
}
