package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.EARLIER;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import dev.foyer.meeting.domain.MeetingRefusal.OrganizerNotKnownYet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Order does not matter, and what starts nothing is reported. */
@Tag("E4")
class OrganizerStartTest {

    @Test
    void aVerificationBeforeTheCallStartsTheMeeting() {
        given(personal(), waiting("c-1"))
                .when(organizerStarts("c-9"), CONTEXT)
                .thenEvents(startedByPin("c-9"), admitted("c-1"));
    }

    @Test
    void theVerifiedCallIsLeaderWhenItArrives() {
        var decided = given(personal(), startedByPin("c-9")).when(dialIn("c-9"), CONTEXT);
        decided.thenEvents(joined("c-9"));
        Meeting.Running running = assertInstanceOf(Meeting.Running.class, decided.stateAfter());
        assertTrue(running.attendance().hasLeader("c-9"));
    }

    @Test
    void aVerificationWhileTheMeetingRunsMakesALeader() {
        given(personal(), started(StartedBy.APP, null), appJoined("p-1"), joined("c-1"))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(new CallerBecameLeader("c-1", NOW));
    }

    @Test
    void aSecondVerificationOfALeaderChangesNothing() {
        given(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents();
    }

    @Test
    void anUnknownMeetingIsNotStarted() {
        given().when(organizerStarts("c-1"), CONTEXT).thenEvents(ignored(IgnoreReason.UNKNOWN_MEETING));
    }

    @Test
    void aMeetingThatIsNotTheOrganizersWaitsUntilTheUsersAreKnown() {
        var early = new StartByOrganizer(CONTOSO, AMOS, "c-1", NOW, false);
        var bella = new StartByOrganizer(CONTOSO, "u-bella", "c-1", NOW, false);
        given().when(early, CONTEXT).thenRefused(new OrganizerNotKnownYet());
        given(personal(), new MeetingClosed(NOW, null)).when(early, CONTEXT).thenRefused(new OrganizerNotKnownYet());
        given(scheduled(), ended(EndReason.ENDED)).when(early, CONTEXT).thenRefused(new OrganizerNotKnownYet());
        given(personal()).when(bella, CONTEXT).thenRefused(new OrganizerNotKnownYet());
        given(personal(), startedByPin("c-1")).when(bella, CONTEXT).thenRefused(new OrganizerNotKnownYet());
    }

    @Test
    void theOrganizersOwnMeetingNeedsNoFurtherKnowledge() {
        var early = new StartByOrganizer(CONTOSO, AMOS, "c-1", NOW, false);
        given(personal()).when(early, CONTEXT).thenEvents(startedByPin("c-1"));
        given(personal(), waiting("c-1"), left("c-1")).when(early, CONTEXT).thenEvents(ignored(IgnoreReason.CALL_LEFT));
    }

    @Test
    void aMeetingThatIsOverIsNotStarted() {
        given(scheduled(), startedByPin("c-1"), joined("c-1"), left("c-1"), ended(EndReason.LAST_LEFT))
                .when(organizerStarts("c-2"), CONTEXT)
                .thenEvents(ignored(IgnoreReason.MEETING_ENDED));
    }

    @Test
    void aPinEnteredBeforeTheLastEndDoesNotStartThePersonalConferenceAgain() {
        var late = new StartByOrganizer(CONTOSO, AMOS, "c-2", EARLIER, true);
        given(personal(), startedByPin("c-1"), joined("c-1"), left("c-1"), ended(EndReason.LAST_LEFT))
                .when(late, CONTEXT)
                .thenEvents(ignored(IgnoreReason.MEETING_ENDED));
    }

    @Test
    void aPinEnteredAfterTheLastEndStartsThePersonalConferenceAgain() {
        var next = new StartByOrganizer(CONTOSO, AMOS, "c-2", LATER, true);
        given(personal(), startedByPin("c-1"), joined("c-1"), left("c-1"), ended(EndReason.LAST_LEFT))
                .when(next, CONTEXT)
                .thenEvents(startedByPin("c-2"));
    }

    @Test
    void aDisabledUsersConferenceIsNotStarted() {
        given(personal(), new MeetingClosed(NOW, null))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(ignored(IgnoreReason.MEETING_CLOSED));
    }

    @Test
    void anotherUsersPinDoesNotStartTheMeeting() {
        var bella = new StartByOrganizer(CONTOSO, "u-bella", "c-1", NOW, true);
        given(scheduled()).when(bella, CONTEXT).thenEvents(ignored(IgnoreReason.OTHER_ORGANIZER));
    }

    @Test
    void anotherTenantLearnsOnlyThatItHasNoSuchMeeting() {
        var stranger = new StartByOrganizer("fabrikam.com", AMOS, "c-1", NOW, true);
        var reported = new VerificationIgnored("fabrikam.com", "c-1", IgnoreReason.UNKNOWN_MEETING, NOW);
        given(scheduled()).when(stranger, CONTEXT).thenEvents(reported);
        given(personal(), startedByPin("c-1")).when(stranger, CONTEXT).thenEvents(reported);
        given(personal(), new MeetingClosed(NOW, null)).when(stranger, CONTEXT).thenEvents(reported);
        given(scheduled(), ended(EndReason.ENDED)).when(stranger, CONTEXT).thenEvents(reported);
    }

    @Test
    void aLeaderWhoHasHungUpStartsNothing() {
        given(personal(), waiting("c-1"), waiting("c-2"), left("c-1"))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(ignored(IgnoreReason.CALL_LEFT));
    }

    private static VerificationIgnored ignored(IgnoreReason reason) {
        return new VerificationIgnored(CONTOSO, reason == IgnoreReason.MEETING_ENDED ? "c-2" : "c-1", reason, NOW);
    }
}
