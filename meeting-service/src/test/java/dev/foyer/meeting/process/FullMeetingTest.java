package dev.foyer.meeting.process;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.Reply;
import dev.foyer.meeting.domain.LobbyRule;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingAnswer;
import dev.foyer.meeting.domain.MeetingCommand;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingRefusal;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.UserMoment;
import dev.foyer.meeting.domain.leg.Leg;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever stands before a full meeting has not left the one before. */
@Tag("E5")
class FullMeetingTest {

    private static final String A = "4711001";
    private static final String FULL = "4711002";

    private final ScatteredMeetings world = new ScatteredMeetings();
    private final CallMoves moves = new CallMoves();
    private int requests;

    @BeforeEach
    void oneWaitsInEach() {
        PinEventsCatchUp catchUp = new PinEventsCatchUp();
        catchUp.meetings = world;
        Departures departures = new Departures();
        departures.meetings = world;
        moves.meetings = world;
        moves.catchUp = catchUp;
        moves.departures = departures;
        SilenceQuestions questions = new SilenceQuestions();
        questions.meetings = world;
        world.listener = new LateLeavings(departures, questions);
        world.rules = tenant -> new LobbyRule(Admission.AUTOMATIC, 1);
        for (String id : new String[] {A, FULL}) {
            world.now(
                    id, new MeetingCommand.OpenPersonalConference(CONTOSO, "u-" + id, false, new UserMoment(NOW, 1L)));
        }
        assertEquals(new MeetingAnswer.InLobby(), answer(dial(A, "c-1")));
        assertEquals(new MeetingAnswer.InLobby(), answer(dial(FULL, "c-2")));
    }

    @Test
    void theLegStaysWhereItIs() {
        Reply<MeetingRefusal, MeetingAnswer> reply = dial(FULL, "c-1");
        assertEquals(new Reply.Refused<>(new MeetingIsFull(1)), reply);
        assertTrue(waits(A, "c-1"));
        assertEquals(A, ((Leg.At) world.leg(CONTOSO + "/c-1")).conferenceId());
        assertEquals(new MeetingAnswer.InLobby(), answer(dial(A, "c-1")), "it may go on there");
    }

    @Test
    void itGoesOverWhenThereIsRoom() {
        dial(FULL, "c-1");
        settled(moves.hangUp(CONTOSO, FULL, "c-2", false, meta()));
        assertEquals(new MeetingAnswer.InLobby(), answer(dial(FULL, "c-1")));
        assertTrue(waits(FULL, "c-1"));
        assertFalse(waits(A, "c-1"));
    }

    private boolean waits(String id, String callId) {
        return ((Meeting.Waiting) world.meeting(id)).lobby().holds(callId);
    }

    private Reply<MeetingRefusal, MeetingAnswer> dial(String id, String callId) {
        return settled(moves.dialIn(CONTOSO, id, callId, null, meta()));
    }

    private Reply<MeetingRefusal, MeetingAnswer> settled(CompletionStage<Reply<MeetingRefusal, MeetingAnswer>> asked) {
        world.settle(new Random(1));
        return asked.toCompletableFuture().join();
    }

    private static MeetingAnswer answer(Reply<MeetingRefusal, MeetingAnswer> reply) {
        return ((Reply.Done<MeetingRefusal, MeetingAnswer>) reply).answer();
    }

    private CommandMeta meta() {
        return new CommandMeta("asked-" + ++requests, "test", new Actor("bridge", "bridge", null));
    }
}
