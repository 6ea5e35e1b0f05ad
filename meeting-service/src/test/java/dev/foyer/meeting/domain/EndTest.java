package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.appLeaves;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.hangUp;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingCommand.EndMeeting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingHasEnded;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a meeting is over, and what then. */
@Tag("E6")
class EndTest {

    private static final EndMeeting END = new EndMeeting(CONTOSO);

    @Test
    void theLastCallerWhoLeavesEndsIt() {
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(hangUp("c-1"), CONTEXT)
                .thenEvents(left("c-1"), ended(EndReason.LAST_LEFT));
    }

    @Test
    void theLastSignedInParticipantWhoLeavesEndsIt() {
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"))
                .when(appLeaves("p-1"), CONTEXT)
                .thenEvents(appLeft("p-1"), ended(EndReason.LAST_LEFT));
    }

    /** A participant is one connection of a client app: each device of a person has its own id, or one ends it for both. */
    @Test
    @Tag("case-R15")
    void aParticipantIsOneConnection() {
        given(personal(), started(StartedBy.APP, null), appJoined("amos-phone"), appJoined("amos-laptop"))
                .when(appLeaves("amos-phone"), CONTEXT)
                .thenEvents(appLeft("amos-phone"));
        given(personal(), started(StartedBy.APP, null), appJoined("amos"))
                .when(appJoins("amos"), CONTEXT)
                .thenEvents();
        given(personal(), started(StartedBy.APP, null), appJoined("amos"))
                .when(appLeaves("amos"), CONTEXT)
                .thenEvents(appLeft("amos"), ended(EndReason.LAST_LEFT));
    }

    @Test
    void itGoesOnWhileAnybodyIsThere() {
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"), joined("c-1"))
                .when(appLeaves("p-1"), CONTEXT)
                .thenEvents(appLeft("p-1"));
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"), joined("c-1"))
                .when(hangUp("c-1"), CONTEXT)
                .thenEvents(left("c-1"));
    }

    @Test
    void aLobbyThatEmptiesEndsNothing() {
        given(personal(), waiting("c-1")).when(hangUp("c-1"), CONTEXT).thenEvents(left("c-1"));
    }

    @Test
    void aVerifiedCallThatHangsUpBeforeItCameEndsTheMeetingInWhichNobodyIs() {
        given(personal(), startedByPin("c-9"))
                .when(hangUp("c-9"), CONTEXT)
                .thenEvents(left("c-9"), ended(EndReason.LAST_LEFT));
    }

    @Test
    void itCanBeEndedWhileItRuns() {
        given(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"))
                .when(END, CONTEXT)
                .thenEvents(ended(EndReason.ENDED));
    }

    @Test
    void endingSendsTheLobbyHome() {
        given(personal(), waiting("c-1")).when(END, CONTEXT).thenEvents(ended(EndReason.ENDED));
    }

    @Test
    void anIdlePersonalConferenceHasNothingToEnd() {
        given(personal()).when(END, CONTEXT).thenEvents();
    }

    @Test
    void aScheduledMeetingCanBeEndedBeforeItStarted() {
        given(scheduled()).when(END, CONTEXT).thenEvents(ended(EndReason.ENDED));
    }

    @Test
    void aPersonalConferenceWaitsForItsNextStart() {
        given(personal(), startedByPin("c-1"), joined("c-1"), left("c-1"), ended(EndReason.LAST_LEFT))
                .when(dialIn("c-2"), CONTEXT)
                .thenEvents(waiting("c-2"));
    }

    @Test
    void aScheduledMeetingIsOverForEver() {
        given(scheduled(), startedByPin("c-1"), joined("c-1"), left("c-1"), ended(EndReason.LAST_LEFT))
                .when(dialIn("c-2"), CONTEXT)
                .thenRefused(new MeetingHasEnded());
    }
}
