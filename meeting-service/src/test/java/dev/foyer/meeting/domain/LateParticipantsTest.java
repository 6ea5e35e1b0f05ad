package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingCommand.LeaveFromApp;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantJoined;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantTold;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signed-in participants of whom requests and a topic speak, late, after an end, and by clocks that are wrong. */
@Tag("E5")
class LateParticipantsTest {

    private static final MeetingEvent STARTED = started(StartedBy.APP, null);
    private static final long HOUR = 3_600;

    @Test
    @Tag("E6")
    void aLateLeavingOfBeforeTheRequestEndsNoMeeting() {
        given(personal())
                .when(new JoinFromApp(CONTOSO, "p-1", null), context(10))
                .thenEvents(
                        new MeetingEvent.MeetingStarted(StartedBy.APP, null, at(10), MeetingEvent.Admission.AUTOMATIC),
                        joined(10));
        given(personal(), STARTED, joined(10)).when(leaves(at(5)), context(11)).thenEvents();
    }

    @Test
    void whoIsThereAlreadyAndJoinsByRequestIsNotThrownOutByOlderNews() {
        given(personal(), STARTED, joined(1))
                .when(new JoinFromApp(CONTOSO, "p-1", null), context(10))
                .thenEvents(new ParticipantTold("p-1", at(10), at(10)));
        given(personal(), STARTED, joined(1), new ParticipantTold("p-1", at(10), at(10)))
                .when(leaves(at(5)), context(11))
                .thenEvents();
    }

    @Test
    @Tag("E1")
    @Tag("E6")
    void aLateJoiningOfBeforeTheRequestStartsNothing() {
        MeetingEvent[] left = {
            personal(),
            STARTED,
            joined(1),
            new ParticipantLeft("p-1", Kind.APP, at(10), null, at(10)),
            new MeetingEnded(EndReason.LAST_LEFT, at(10))
        };
        given(personal(), STARTED, joined(1))
                .when(new LeaveFromApp(CONTOSO, "p-1"), context(10))
                .thenEvents(left[3], left[4]);
        given(left).when(joins(at(5)), context(11)).thenEvents();
        given(left)
                .when(new JoinFromApp(CONTOSO, "p-2", null, at(5)), context(11))
                .thenEvents(
                        new MeetingEvent.MeetingStarted(StartedBy.APP, null, at(11), MeetingEvent.Admission.AUTOMATIC),
                        new ParticipantJoined("p-2", null, at(11), at(5))); // nobody has said that this one left
    }

    @Test
    void whoLeavesByRequestBeforeTheJoiningIsReadIsGone() {
        given(personal())
                .when(new LeaveFromApp(CONTOSO, "p-1"), context(10))
                .thenEvents(new ParticipantTold("p-1", at(10), at(10)));
        given(personal(), new ParticipantTold("p-1", at(10), at(10)))
                .when(joins(at(5)), context(11))
                .thenEvents();
    }

    @Test
    void aRequestIsJudgedByNothingThatWasSaidBefore() {
        given(personal(), new ParticipantTold("p-1", at(10), at(10)))
                .when(new JoinFromApp(CONTOSO, "p-1", null), context(10))
                .thenEvents(
                        new MeetingEvent.MeetingStarted(StartedBy.APP, null, at(10), MeetingEvent.Admission.AUTOMATIC),
                        joined(10));
    }

    @Test
    @Tag("E4")
    @Tag("E6")
    void whoJoinedBeforeTheMeetingWasEndedStartsItNotAgain() {
        MeetingEvent[] over = {personal(), waiting("c-1"), STARTED, admitted("c-1"), ended(10)};
        given(over).when(joins(at(5)), context(20)).thenEvents();
        given(over)
                .when(joins(at(12)), context(20))
                .thenEvents(
                        new MeetingEvent.MeetingStarted(StartedBy.APP, null, at(20), MeetingEvent.Admission.AUTOMATIC),
                        new ParticipantJoined("p-1", null, at(20), at(12)));
        MeetingEvent[] again = {personal(), STARTED, ended(10), STARTED};
        given(again).when(joins(at(5)), context(20)).thenEvents();
    }

    @Test
    @Tag("E1")
    @Tag("E6")
    void whoDialledBeforeTheMeetingWasEndedStartsItNotAgain() {
        Call call = new Call("c-2", null, 7L);
        given(personalWithoutPin(), STARTED, ended(10))
                .when(new DialIn(CONTOSO, call, false, at(5)), context(20))
                .thenEvents(new CallerWaiting(call, at(20)));
    }

    @Test
    @Tag("E6")
    @Tag("case-L3")
    void whoJoinedByAClockThatWasAheadMayLeaveByTheRightOne() {
        given(personal(), STARTED).when(joins(at(HOUR)), context(0)).thenEvents(joined(0));
        given(personal(), STARTED, joined(0))
                .when(leaves(at(60)), context(61))
                .thenEvents(
                        new ParticipantLeft("p-1", Kind.APP, at(61), null, at(60)),
                        new MeetingEnded(EndReason.LAST_LEFT, at(61)));
        given(personal(), STARTED)
                .when(leaves(Instant.parse("2099-01-01T00:00:00Z")), context(0))
                .thenEvents(new ParticipantTold("p-1", at(0), at(0)));
    }

    private static JoinFromApp joins(Instant told) {
        return new JoinFromApp(CONTOSO, "p-1", null, told);
    }

    private static LeaveFromApp leaves(Instant told) {
        return new LeaveFromApp(CONTOSO, "p-1", told);
    }

    private static ParticipantJoined joined(long seconds) {
        return new ParticipantJoined("p-1", null, at(seconds), at(seconds));
    }

    private static MeetingEnded ended(long seconds) {
        return new MeetingEnded(EndReason.ENDED, at(seconds));
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static MeetingContext context(long seconds) {
        return new MeetingContext(at(seconds));
    }
}
