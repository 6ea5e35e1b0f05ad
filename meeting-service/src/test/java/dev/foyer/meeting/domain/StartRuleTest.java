package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.EARLIER;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.mayStart;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may start a personal conference can change while it is there. */
class StartRuleTest {

    private static final StartWithoutPinChanged ALLOWED = new StartWithoutPinChanged(true, LATER, null);
    private static final StartWithoutPinChanged FORBIDDEN = new StartWithoutPinChanged(false, LATER, null);

    @Test
    @Tag("E1")
    void theNextCallerStartsItAndTakesTheLobbyAlong() {
        given(personal(), waiting("c-1")).when(mayStart(true, LATER), CONTEXT).thenEvents(ALLOWED);
        given(personal(), waiting("c-1"), ALLOWED)
                .when(dialIn("c-2"), CONTEXT)
                .thenEvents(started(StartedBy.CALLER, null), admitted("c-1"), joined("c-2"));
    }

    @Test
    @Tag("E1")
    void takenBackTheNextCallerWaits() {
        given(personalWithoutPin(), FORBIDDEN).when(dialIn("c-1"), CONTEXT).thenEvents(waiting("c-1"));
    }

    @Test
    @Tag("E1")
    void aMeetingThatRunsGoesOnAndTheRuleHoldsForItsNextStart() {
        given(personalWithoutPin(), started(StartedBy.CALLER, null), joined("c-1"))
                .when(mayStart(false, LATER), CONTEXT)
                .thenEvents(FORBIDDEN);
        given(personalWithoutPin(), startedByPin("c-1"), joined("c-1"), FORBIDDEN, ended(EndReason.ENDED))
                .when(dialIn("c-2"), CONTEXT)
                .thenEvents(waiting("c-2"));
    }

    @Test
    @Tag("E5")
    void oldAndRepeatedEventsChangeNothing() {
        given(personal()).when(mayStart(true, EARLIER), CONTEXT).thenEvents();
        given(personal(), FORBIDDEN).when(mayStart(true, LATER), CONTEXT).thenEvents();
        given(personal(), ALLOWED).when(mayStart(true, LATER), CONTEXT).thenEvents();
    }

    @Test
    @Tag("E5")
    void onlyItsOwnUsersEventsCount() {
        given(personal())
                .when(new AllowStartWithoutPin(CONTOSO, "u-bella", true, new UserMoment(LATER, null)), CONTEXT)
                .thenEvents();
        given(personal())
                .when(new AllowStartWithoutPin("fabrikam.com", AMOS, true, new UserMoment(LATER, null)), CONTEXT)
                .thenEvents();
        given(scheduled()).when(mayStart(true, LATER), CONTEXT).thenEvents();
        given(personal(), new MeetingClosed(LATER, null))
                .when(mayStart(true, LATER), CONTEXT)
                .thenEvents();
    }

    @Test
    @Tag("E5")
    void whoComesTwiceStillComesOnce() {
        given(
                        personal(),
                        ALLOWED,
                        started(StartedBy.CALLER, null),
                        joined(call("c-1").id()))
                .when(dialIn("c-1"), CONTEXT)
                .thenEvents();
    }
}
