package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.MeetingAnswer.InLobby;
import dev.foyer.meeting.domain.MeetingAnswer.Joined;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.HangUp;
import dev.foyer.meeting.domain.MeetingEvent.CallTurnedAway;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.CallHasEnded;
import dev.foyer.meeting.domain.MeetingRefusal.StayIsOver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A leg is its call id; what comes twice or late is harmless. */
@Tag("E5")
class CallIdentityTest {

    @Test
    void diallingTwiceAnswersThePresentState() {
        var inLobby = given(personal(), waiting("c-1")).when(dialIn("c-1"), CONTEXT);
        inLobby.thenEvents();
        assertEquals(new InLobby(), inLobby.answer());

        var inMeeting = given(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"))
                .when(dialIn("c-1"), CONTEXT);
        inMeeting.thenEvents();
        assertEquals(new Joined(), inMeeting.answer());
    }

    @Test
    void twoLegsFromOneNumberAreTwo() {
        var second = new DialIn(CONTOSO, new Call("c-2", call("c-1").from(), null));
        given(personal(), waiting("c-1")).when(second, CONTEXT).thenEvents(waiting("c-2"));
    }

    @Test
    void hangingUpTwiceOrWithoutACallIsHarmless() {
        given(personal(), waiting("c-1"), left("c-1"))
                .when(hangUp("c-1"), CONTEXT)
                .thenEvents();
        given(personal(), startedByPin("c-1")).when(hangUp("c-7"), CONTEXT).thenEvents();
    }

    @Test
    void aLegThatHungUpDoesNotComeBack() {
        given(personal(), waiting("c-1"), left("c-1"))
                .when(dialIn("c-1"), CONTEXT)
                .thenRefused(new StayIsOver());
        given(personal(), startedByPin("c-1"), joined("c-1"), joined("c-2"), left("c-1"))
                .when(dialIn("c-1"), CONTEXT)
                .thenRefused(new StayIsOver());
    }

    @Test
    void aLegOfAnEndedMeetingDoesNotComeBackToTheNext() {
        given(personal(), startedByPin("c-1"), joined("c-1"), ended(EndReason.ENDED))
                .when(dialIn("c-1"), CONTEXT)
                .thenRefused(new StayIsOver());
    }

    /** It may ask for another turn; what was told before the end is too late for that. */
    @Test
    @Tag("E6")
    void aLegThatWasSentHomeWithTheMeetingIsToldApartFromOneThatDialledBefore() {
        MeetingEvent[] over = {personal(), startedByPin("c-1"), joined("c-1"), ended(EndReason.ENDED)};
        given(over)
                .when(new DialIn(CONTOSO, call("c-1"), false, CONTEXT.now().minusSeconds(1)), CONTEXT)
                .thenRefused(new CallHasEnded());
        given(over)
                .when(new DialIn(CONTOSO, call("c-1"), false, CONTEXT.now()), CONTEXT)
                .thenRefused(new StayIsOver());
    }

    @Test
    void aSignedInParticipantMayComeBack() {
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"), appJoined("p-2"), appLeft("p-1"))
                .when(appJoins("p-1"), CONTEXT)
                .thenEvents(appJoined("p-1"));
    }

    @Test
    void joiningAndLeavingTwiceFromAnAppIsHarmless() {
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"))
                .when(appJoins("p-1"), CONTEXT)
                .thenEvents();
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"), appJoined("p-2"), appLeft("p-1"))
                .when(appLeaves("p-1"), CONTEXT)
                .thenEvents();
    }

    @Test
    void onlyTheLastLegsThatLeftAreRemembered() {
        List<MeetingEvent> history = new ArrayList<>(List.of(personal()));
        IntStream.rangeClosed(0, EarlierCalls.LEFT_CALLS_KEPT).forEach(i -> {
            history.add(waiting("c-" + i));
            history.add(left("c-" + i));
        });
        var forgotten = given(history.toArray(MeetingEvent[]::new)).when(dialIn("c-0"), CONTEXT);
        forgotten.thenEvents(waiting("c-0"));
        Meeting.Waiting state = assertInstanceOf(Meeting.Waiting.class, forgotten.state());
        assertEquals(
                EarlierCalls.LEFT_CALLS_KEPT, state.earlierCalls().leftCalls().size());
        assertTrue(state.earlierCalls().knows("c-1"));
    }

    @Test
    void aLateArrivalOfALegThatWentElsewhereIsNotLetIn() {
        given(personal())
                .when(new HangUp(CONTOSO, "c-1", 8L), CONTEXT)
                .thenEvents(new CallTurnedAway("c-1", 7, CONTEXT.now()));
        given(personal(), new CallTurnedAway("c-1", 7, CONTEXT.now()))
                .when(dials("c-1", 7), CONTEXT)
                .thenRefused(new StayIsOver());
        given(personal(), new CallTurnedAway("c-1", 7, CONTEXT.now()))
                .when(new HangUp(CONTOSO, "c-1", 8L), CONTEXT)
                .thenEvents();
    }

    @Test
    void aLegThatWentElsewhereMayComeBackByANewTurn() {
        var waits = new CallerWaiting(new Call("c-1", null, 7L), CONTEXT.now());
        var back = new CallerWaiting(new Call("c-1", null, 9L), CONTEXT.now());
        given(personal(), waits)
                .when(new HangUp(CONTOSO, "c-1", 8L), CONTEXT)
                .thenEvents(new ParticipantLeft("c-1", Kind.CALLER, CONTEXT.now(), 7L));
        given(personal(), waits, new ParticipantLeft("c-1", Kind.CALLER, CONTEXT.now(), 7L))
                .when(dials("c-1", 9), CONTEXT)
                .thenEvents(back);
        given(personal(), back).when(new HangUp(CONTOSO, "c-1", 8L), CONTEXT).thenEvents();
        given(personal(), startedByPin("c-1"), new CallerJoined(new Call("c-1", null, 9L), CONTEXT.now()))
                .when(new HangUp(CONTOSO, "c-1", 8L), CONTEXT)
                .thenEvents();
    }

    @Test
    void aLegThatCameBackMayBecomeLeader() {
        given(personal(), left("c-1"), new CallerWaiting(new Call("c-1", null, 9L), CONTEXT.now()))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(startedByPin("c-1"), admitted("c-1"));
    }

    private static DialIn dials(String callId, long turn) {
        return new DialIn(CONTOSO, new Call(callId, null, turn));
    }
}
