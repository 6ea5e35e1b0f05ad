package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Limit;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import dev.foyer.meeting.domain.MeetingEvent.TimeLimitReached;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A journal that says what cannot be is not folded in silence. */
class EvolutionTest {

    @Test
    @Tag("E3")
    void nobodyJoinsAMeetingThatHasNotStarted() {
        impossible(personal(), joined("c-1"));
        impossible(personal(), waiting("c-1"), admitted("c-1"));
    }

    @Test
    @Tag("E2")
    void nobodyIsAdmittedTwice() {
        impossible(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"), admitted("c-1"));
        impossible(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1"), joined("c-1"));
    }

    @Test
    @Tag("E2")
    void nobodyIsAdmittedWhoDidNotWait() {
        impossible(personal(), startedByPin("c-1"), admitted("c-1"));
    }

    @Test
    void aConferenceIdHasOneMeetingAtATime() {
        impossible(personal(), personal());
    }

    @Test
    void whatNeverStartedOrIsOverDoesNotEnd() {
        impossible(ended(EndReason.ENDED));
        impossible(personal(), new TimeLimitReached(Limit.UNCHANGED, NOW));
        impossible(personal(), waiting("c-1"), new MeetingClosed(NOW, null));
        impossible(personal(), new MeetingClosed(NOW, null), ended(EndReason.CLOSED));
    }

    @Test
    void onlyALiveConferenceHasARuleForItsStart() {
        impossible(new StartWithoutPinChanged(true, NOW, null));
        impossible(personal(), new MeetingClosed(NOW, null), new StartWithoutPinChanged(true, NOW, null));
    }

    private static void impossible(MeetingEvent... history) {
        assertThrows(ImpossibleEvent.class, () -> given(history));
    }
}
