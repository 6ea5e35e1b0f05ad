package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
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

import dev.foyer.eventsourcing.Decision.Accepted;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingCommand.StartVouchedFor;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantTold;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers as they are: many behind one number, leaders who lose their line, people whose news come late. */
@Tag("E5")
class LateAndOddTest {

    private static final MeetingContext READ = new MeetingContext(LATER.plusSeconds(10));

    /** Behind a switchboard, or with their number withheld. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "+390212345678")
    void tenCallersWithOneNumberOrNoneAreTenLegs(String number) {
        MeetingDecider decider = new MeetingDecider();
        Meeting state = decider.evolve(decider.initial(), personal());
        for (int i = 0; i < 10; i++) {
            state = decided(decider, state, new DialIn(CONTOSO, new Call("c-" + i, number, null)));
        }
        assertEquals(
                10,
                assertInstanceOf(Meeting.Waiting.class, state).lobby().calls().size());
        state = decided(decider, state, hangUp("c-3"));
        state = decided(decider, state, organizerStarts("c-5"));
        Attendance there = assertInstanceOf(Meeting.Running.class, state).attendance();
        assertEquals(
                IntStream.range(0, 10)
                        .filter(i -> i != 3)
                        .mapToObj(i -> "c-" + i)
                        .toList(),
                there.callers().stream().toList());
    }

    /** On another line, which has a call id of its own; the meeting goes on meanwhile. */
    @Test
    void aLeaderWhoHangsUpComesBackAndIsLeaderByTheNextPin() {
        MeetingEvent[] gone = {
            personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-1"), admitted("c-1", "c-2"), left("c-1")
        };
        given(gone).when(dialIn("c-3"), CONTEXT).thenEvents(joined("c-3"));
        MeetingEvent[] back = Arrays.copyOf(gone, gone.length + 1);
        back[gone.length] = joined("c-3");
        given(back).when(organizerStarts("c-3"), CONTEXT).thenEvents(new CallerBecameLeader("c-3", NOW));
    }

    @Test
    @Tag("E6")
    void theLastSignedInParticipantWhoLeavesThrowsNoCallerOut() {
        given(personal(), waiting("c-1"), started(StartedBy.APP, null), admitted("c-1"), appJoined("p-1"))
                .when(appLeaves("p-1"), CONTEXT)
                .thenEvents(appLeft("p-1"));
        given(
                        personal(),
                        waiting("c-1"),
                        started(StartedBy.APP, null),
                        admitted("c-1"),
                        appJoined("p-1"),
                        appLeft("p-1"))
                .when(hangUp("c-1"), CONTEXT)
                .thenEvents(left("c-1"), ended(EndReason.LAST_LEFT));
    }

    @Test
    void whoIsSaidToHaveLeftBeforeHavingJoinedStartsNothing() {
        given(personal())
                .when(new LeaveFromApp(CONTOSO, "p-1", LATER), READ)
                .thenEvents(new ParticipantTold("p-1", LATER, READ.now()));
        given(personal(), new ParticipantTold("p-1", LATER, READ.now()))
                .when(new JoinFromApp(CONTOSO, "p-1", null, NOW), READ)
                .thenEvents();
        given(personal(), new ParticipantTold("p-1", LATER, READ.now()))
                .when(new LeaveFromApp(CONTOSO, "p-1", LATER), READ)
                .thenEvents();
    }

    @Test
    void aLateLeavingOfAnEarlierStayEndsNoNewerOne() {
        MeetingEvent again = new ParticipantJoined("p-1", null, NOW, LATER);
        given(personal(), started(StartedBy.APP, null), again)
                .when(new LeaveFromApp(CONTOSO, "p-1", NOW), READ)
                .thenEvents();
        given(personal(), started(StartedBy.APP, null), again)
                .when(new LeaveFromApp(CONTOSO, "p-1", LATER.plusSeconds(1)), READ)
                .thenEvents(
                        new ParticipantLeft("p-1", Kind.APP, READ.now(), null, LATER.plusSeconds(1)),
                        new MeetingEvent.MeetingEnded(EndReason.LAST_LEFT, READ.now()));
        given(personal(), started(StartedBy.APP, null), new ParticipantJoined("p-1", null, NOW, NOW))
                .when(new JoinFromApp(CONTOSO, "p-1", null, LATER), READ)
                .thenEvents(new ParticipantTold("p-1", LATER, READ.now()));
    }

    /** As a right PIN does, and for nobody else's meeting. */
    @Test
    @Tag("E1")
    @Tag("E4")
    void whoIsVouchedForStartsTheirOwnMeeting() {
        given(personal(), waiting("c-1"))
                .when(new StartVouchedFor(organizerStarts("c-1")), CONTEXT)
                .thenEvents(startedByPin("c-1"), admitted("c-1"));
    }

    private static Meeting decided(MeetingDecider decider, Meeting state, MeetingCommand command) {
        var accepted = assertInstanceOf(Accepted.class, decider.decide(state, command, CONTEXT));
        Meeting next = state;
        for (Object event : accepted.events()) {
            next = decider.evolve(next, (MeetingEvent) event);
        }
        return next;
    }
}
