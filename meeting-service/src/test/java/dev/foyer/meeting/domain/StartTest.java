package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What starts a meeting, and that its start lets the lobby in. */
class StartTest {

    @Test
    @Tag("E1")
    void theOrganizersPinStartsTheMeeting() {
        given(scheduled(), waiting("c-1"))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(startedByPin("c-1"), admitted("c-1"));
    }

    @Test
    @Tag("E1")
    void aSignedInParticipantStartsTheMeeting() {
        given(personal()).when(appJoins("p-1"), CONTEXT).thenEvents(started(StartedBy.APP, null), appJoined("p-1"));
    }

    @Test
    @Tag("E1")
    void aCallerStartsTheMeetingWhereTheOrganizerAllowsIt() {
        given(personalWithoutPin())
                .when(dialIn("c-1"), CONTEXT)
                .thenEvents(started(StartedBy.CALLER, null), joined("c-1"));
    }

    @Test
    @Tag("E1")
    void anAnonymousCallerStartsNothingByDefault() {
        given(personal()).when(dialIn("c-1"), CONTEXT).thenEvents(waiting("c-1"));
    }

    @Test
    @Tag("E2")
    void everybodyInTheLobbyIsAdmittedOnceInOrderOfArrival() {
        given(personal(), waiting("c-2"), waiting("c-1"), waiting("c-3"))
                .when(organizerStarts("c-1"), CONTEXT)
                .thenEvents(startedByPin("c-1"), admitted("c-2", "c-1", "c-3"));
    }

    @Test
    @Tag("E2")
    void aSignedInParticipantLetsTheLobbyIn() {
        given(personal(), waiting("c-1"), waiting("c-2"))
                .when(appJoins("p-1"), CONTEXT)
                .thenEvents(started(StartedBy.APP, null), admitted("c-1", "c-2"), appJoined("p-1"));
    }

    @Test
    @Tag("E2")
    void whoHungUpIsNotAdmitted() {
        given(personal(), waiting("c-1"), waiting("c-2"), left("c-1"))
                .when(organizerStarts("c-2"), CONTEXT)
                .thenEvents(startedByPin("c-2"), admitted("c-2"));
    }

    @Test
    @Tag("E2")
    void laterCallersJoinDirectly() {
        given(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"))
                .when(dialIn("c-2"), CONTEXT)
                .thenEvents(joined("c-2"));
    }
}
