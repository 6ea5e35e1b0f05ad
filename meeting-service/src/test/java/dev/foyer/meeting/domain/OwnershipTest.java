package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.EARLIER;
import static dev.foyer.meeting.domain.MeetingFixture.LATER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.disabled;
import static dev.foyer.meeting.domain.MeetingFixture.enabled;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.ScheduleMeeting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingRefusal.ConferenceIdTaken;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingNotFound;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose a conference ID is, whatever order the events come in. */
class OwnershipTest {

    private static final MeetingClosed CLOSED = new MeetingClosed(LATER, null);

    @Test
    @Tag("C2")
    void aFreeIdIsScheduled() {
        given().when(new ScheduleMeeting(CONTOSO, AMOS, "Budget", true), CONTEXT)
                .thenEvents(new MeetingScheduled(CONTOSO, AMOS, "Budget", false, true, NOW, null));
    }

    @Test
    @Tag("C2")
    void aTakenIdIsRefusedWhoeverHasIt() {
        given(scheduled())
                .when(new ScheduleMeeting("fabrikam.com", "u-1", null, false), CONTEXT)
                .thenRefused(new ConferenceIdTaken());
    }

    @Test
    @Tag("C1")
    void anEnabledUserHasAPersonalConference() {
        given().when(new OpenPersonalConference(CONTOSO, AMOS, true, new UserMoment(EARLIER, null)), CONTEXT)
                .thenEvents(new MeetingScheduled(CONTOSO, AMOS, null, true, true, EARLIER, null));
    }

    @Test
    @Tag("E5")
    void enablingTwiceIsHarmless() {
        given(personal()).when(enabled(AMOS, EARLIER), CONTEXT).thenEvents();
    }

    @Test
    @Tag("C1")
    void disablingClosesTheConference() {
        given(personal()).when(disabled(AMOS, LATER), CONTEXT).thenEvents(CLOSED);
    }

    @Test
    @Tag("C1")
    void whoeverIsThereOrWaitsIsToldWhenItCloses() {
        given(personal(), waiting("c-1"))
                .when(disabled(AMOS, LATER), CONTEXT)
                .thenEvents(ended(EndReason.CLOSED), CLOSED);
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(disabled(AMOS, LATER), CONTEXT)
                .thenEvents(ended(EndReason.CLOSED), CLOSED);
    }

    @Test
    @Tag("C1")
    void aReleasedIdMayBelongToAnotherTenantLater() {
        given(personal(), CLOSED)
                .when(
                        new OpenPersonalConference(
                                "fabrikam.com", "u-1", false, new UserMoment(LATER.plusSeconds(1), null)),
                        CONTEXT)
                .thenEvents(new MeetingScheduled("fabrikam.com", "u-1", null, true, false, LATER.plusSeconds(1), null));
    }

    @Test
    @Tag("E5")
    void theNextUsersEnablingMayComeBeforeTheLastOnesDisabling() {
        var taken = new MeetingScheduled(CONTOSO, "u-bella", null, true, false, LATER, null);
        given(personal(), waiting("c-1"))
                .when(enabled("u-bella", LATER), CONTEXT)
                .thenEvents(ended(EndReason.CLOSED), CLOSED, taken);
        given(personal(), CLOSED, taken).when(disabled(AMOS, NOW), CONTEXT).thenEvents();
    }

    @Test
    @Tag("E5")
    void oldEventsChangeNothing() {
        given(personal(), CLOSED).when(enabled(AMOS, EARLIER), CONTEXT).thenEvents();
        given(personal()).when(enabled("u-bella", EARLIER), CONTEXT).thenEvents();
        given(personal()).when(disabled(AMOS, EARLIER.minusSeconds(1)), CONTEXT).thenEvents();
        given().when(disabled(AMOS, LATER), CONTEXT).thenEvents();
    }

    @Test
    @Tag("C3")
    void anIdThatItsUserLeftMayComeBackToTheSameUser() {
        var back = new MeetingScheduled(CONTOSO, AMOS, null, true, false, LATER.plusSeconds(1), null);
        given(personal(), CLOSED)
                .when(enabled(AMOS, LATER.plusSeconds(1)), CONTEXT)
                .thenEvents(back);
        given(personal(), CLOSED, back).when(disabled(AMOS, LATER), CONTEXT).thenEvents();
    }

    @Test
    @Tag("C2")
    void pinServiceCannotTakeAScheduledMeetingsId() {
        given(scheduled()).when(enabled(AMOS, LATER), CONTEXT).thenRefused(new ConferenceIdTaken());
        given(scheduled()).when(disabled(AMOS, LATER), CONTEXT).thenEvents();
    }

    @Test
    @Tag("F")
    void anotherTenantsMeetingIsNotFound() {
        var stranger = new MeetingCommand.DialIn("fabrikam.com", MeetingFixture.call("c-1"));
        given(personal()).when(stranger, CONTEXT).thenRefused(new MeetingNotFound());
        given(personal(), startedByPin("c-1"))
                .when(new MeetingCommand.EndMeeting("fabrikam.com"), CONTEXT)
                .thenRefused(new MeetingNotFound());
    }
}
