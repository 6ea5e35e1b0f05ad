package dev.foyer.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foyer.local.http.Answer;
import java.util.List;

/** E1, E2: the right PIN starts the meeting, and everybody who waits joins by itself, once. */
final class OrganizerOpens implements Step {

    @Override
    public String title() {
        return "The organizer keys in the PIN from the mail";
    }

    @Override
    public void play(Stage stage) {
        Telephone telephone = stage.telephone();
        String organizersCall = telephone.lastCall();
        Answer answer = telephone.keyIn(organizersCall, stage.pin());
        Expect.equal("JOINED", answer.text("state"), "The organizer's state");
        Expect.that(answer.at("leader").asBoolean(), "The organizer is not the leader");
        List<String> callers = telephone.calls().subList(0, 2);
        callers.forEach(caller ->
                Expect.soon(() -> "JOINED".equals(telephone.state(caller)), "A waiting caller was not admitted"));
        Expect.soon(() -> "RUNNING".equals(meeting(stage).text("phase")), "The meeting does not run");
        callers.forEach(caller -> Expect.equal(1L, admissions(meeting(stage), caller), "Admissions of one caller"));
        Expect.equal(1L, leaders(meeting(stage)), "The number of leaders");
        stage.say("The meeting runs, he is the leader, both callers are in, each admitted once.");
    }

    static Answer meeting(Stage stage) {
        return Expect.status(
                200, stage.cast().admin().get("/api/v1/meetings/" + stage.conferenceId()), "Reading the meeting");
    }

    private static long admissions(Answer meeting, String caller) {
        return meeting.at("participants")
                .valueStream()
                .filter(participant -> participant.path("id").asText().equals(caller))
                .filter(participant -> participant.path("state").asText().equals("ADMITTED"))
                .count();
    }

    private static long leaders(Answer meeting) {
        return meeting.at("participants")
                .valueStream()
                .map(participant -> participant.path("leader"))
                .filter(JsonNode::asBoolean)
                .count();
    }
}
