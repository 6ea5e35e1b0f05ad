package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.eventsourcing.testing.DeciderTester;
import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingRefusal.TenantIsFull;
import dev.foyer.meeting.domain.leg.Leg;
import dev.foyer.meeting.domain.leg.LegAnswer;
import dev.foyer.meeting.domain.leg.LegCommand;
import dev.foyer.meeting.domain.leg.LegCommand.GoAway;
import dev.foyer.meeting.domain.leg.LegCommand.GoTo;
import dev.foyer.meeting.domain.leg.LegDecider;
import dev.foyer.meeting.domain.leg.LegEvent;
import dev.foyer.meeting.domain.leg.LegEvent.LegSent;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without memory for more, who is new is refused, and everybody else goes on. */
@Tag("E5")
@Tag("case-L1")
class NoMemoryTest {

    private static final MeetingContext FULL = new MeetingContext(NOW, LobbyRules.DEFAULT, () -> false);

    @Test
    void whoIsNewIsRefused() {
        given(personal(), waiting("c-1")).when(dialIn("c-2"), FULL).thenRefused(TenantIsFull.forLackOfMemory());
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(dialIn("c-2"), FULL)
                .thenRefused(TenantIsFull.forLackOfMemory());
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(appJoins("p-1"), FULL)
                .thenRefused(TenantIsFull.forLackOfMemory());
        given().when(new ScheduleMeeting(CONTOSO, AMOS, "Budget", false), FULL)
                .thenRefused(TenantIsFull.forLackOfMemory());
        leg().when(new GoTo("4711007", false), FULL).thenRefused(TenantIsFull.forLackOfMemory());
    }

    @Test
    void whoIsThereIsAnsweredLetInAndLeaves() {
        given(personal(), waiting("c-1")).when(dialIn("c-1"), FULL).thenEvents();
        given(personal(), waiting("c-1"))
                .when(organizerStarts("c-1"), FULL)
                .thenEvents(startedByPin("c-1"), admitted("c-1"));
        given(personal(), waiting("c-1")).when(hangUp("c-1"), FULL).thenEvents(left("c-1"));
        given(personal(), startedByPin("c-1"), joined("c-1"), appJoined("p-1"))
                .when(appLeaves("p-1"), FULL)
                .thenEvents(appLeft("p-1"));
    }

    @Test
    void whoMovesTakesNoMore() {
        given(personal()).when(new AskForRoom(CONTOSO, "c-1"), FULL).thenEvents();
        given(personal()).when(new DialIn(CONTOSO, call("c-1"), true), FULL).thenEvents(waiting("c-1"));
        leg(new LegSent("4711007", 1, NOW, NOW, "bridge"))
                .when(new GoTo("4711008", true), FULL)
                .events();
        leg(new LegSent("4711007", 1, NOW, NOW, "bridge"))
                .when(new GoAway(null), FULL)
                .events();
    }

    /** It follows what pin-service has decided, which has a limit of its own. */
    @Test
    void aPersonalConferenceIsOpenedAllTheSame() {
        OpenPersonalConference enabled = MeetingFixture.enabled(AMOS, NOW);
        given().when(enabled, FULL).events();
    }

    private static DeciderTester<Leg, LegCommand, LegEvent, MeetingRefusal, LegAnswer, MeetingContext> leg(
            LegEvent... history) {
        return DeciderTester.given(new LegDecider(), List.of(history));
    }
}
