package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingAnswer.InLobby;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.UserMoment;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A call outlives the meeting that it was in: whoever dials there again on the same call waits for the next one. */
@Tag("E5")
@Tag("E6")
class DialAgainTest {

    private static final String A = "4711001";
    private static final String LEG = "c-1";

    private final ScatteredMeetings world = new ScatteredMeetings();
    private final CallMoves moves = new CallMoves();
    private final Random random = new Random(7);

    @BeforeEach
    void aMeetingThatEndsWithTheCallInIt() {
        moves.meetings = world;
        moves.catchUp = new PinEventsCatchUp();
        moves.catchUp.meetings = world;
        moves.departures = new Departures();
        moves.departures.meetings = world;
        SilenceQuestions questions = new SilenceQuestions();
        questions.meetings = world;
        world.listener = new LateLeavings(moves.departures, questions);
        world.now(A, new MeetingCommand.OpenPersonalConference(CONTOSO, "u-1", false, new UserMoment(NOW, 1L)));
    }

    @Test
    void byRequest() {
        assertEquals(new InLobby(), answer(dials("r-1")));
        ends(10);
        assertEquals(new InLobby(), answer(dials("r-2")));
        assertEquals(List.of(LEG), waiting());
        assertEquals(new InLobby(), answer(dials("r-3")), "and is so already");
        ends(20);
        assertEquals(new InLobby(), answer(dials("r-4")));
        assertEquals(List.of(LEG), waiting());
    }

    @Test
    void byTopicWhenItDialledAfterTheEndAndNotWhenBefore() {
        assertEquals(new InLobby(), answer(arrives("r-1", 1)));
        ends(10);
        assertEquals(new CallHasEnded(), refusal(arrives("r-1", 1)), "read again");
        assertEquals(new CallHasEnded(), refusal(arrives("r-2", 5)), "late");
        assertEquals(List.of(), waiting());
        assertEquals(new InLobby(), answer(arrives("r-3", 12)));
        assertEquals(List.of(LEG), waiting());
    }

    @Test
    void butNotAfterItHungUp() {
        answer(dials("r-1"));
        ends(10);
        moves.hangUp(CONTOSO, A, LEG, false, meta("r-2"));
        world.drain(random);
        assertEquals(new CallHasEnded(), refusal(dials("r-3")));
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> dials(String request) {
        return moves.dialIn(CONTOSO, A, LEG, null, meta(request));
    }

    private CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> arrives(String record, int second) {
        world.at(at(second));
        return moves.arrived(CONTOSO, A, LEG, null, at(second), meta(record));
    }

    private void ends(int second) {
        world.at(at(second));
        world.now(A, new MeetingCommand.EndMeeting(CONTOSO));
    }

    private MeetingAnswer answer(CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> asked) {
        return assertInstanceOf(Reply.Done.class, reply(asked)).answer() instanceof MeetingAnswer answer
                ? answer
                : null;
    }

    private MeetingRefusal refusal(CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> asked) {
        return assertInstanceOf(Reply.Refused.class, reply(asked)).reason() instanceof MeetingRefusal reason
                ? reason
                : null;
    }

    private Reply<MeetingRefusal, MeetingAnswer> reply(CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> asked) {
        world.drain(random);
        return asked.toCompletableFuture().getNow(null);
    }

    private List<String> waiting() {
        return assertInstanceOf(Meeting.Waiting.class, world.meeting(A)).lobby().calls().keySet().stream()
                .toList();
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private static CommandMeta meta(String request) {
        return new CommandMeta(request, "test", new Actor("bridge", "bridge", null));
    }
}
