package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;

import dev.foyer.meeting.domain.MeetingCommand.AllowStartWithoutPin;
import dev.foyer.meeting.domain.MeetingCommand.ClosePersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.OpenPersonalConference;
import dev.foyer.meeting.domain.MeetingCommand.StartByOrganizer;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingScheduled;
import dev.foyer.meeting.domain.MeetingEvent.StartWithoutPinChanged;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** pin-service's clock was half an hour ahead and was set back; what happened to a user is in the order of the user. */
@Tag("case-L3")
class ClockStepsTest {

    private static final Instant AHEAD = NOW.plus(Duration.ofMinutes(30));

    /** Enabled while the clock was ahead. */
    private static final MeetingScheduled OPENED = opened(AMOS, AHEAD, 5L);

    @Test
    @Tag("C1")
    void aUserWhoIsDisabledAfterThatHasNoConference() {
        given(OPENED).when(close(NOW, 6L), CONTEXT).thenEvents(new MeetingClosed(NOW, 6L));
        given(OPENED).when(close(AHEAD, 4L), CONTEXT).thenEvents();
    }

    @Test
    @Tag("C1")
    void aUserWhoIsEnabledAgainAfterThatHasOne() {
        given(OPENED, new MeetingClosed(AHEAD, 6L))
                .when(open(AMOS, NOW, 7L), CONTEXT)
                .thenEvents(opened(AMOS, NOW, 7L));
        given(OPENED, new MeetingClosed(NOW, 6L))
                .when(open(AMOS, AHEAD, 5L), CONTEXT)
                .thenEvents();
    }

    @Test
    @Tag("C2")
    void whoGetsAnIdThatItsUserLeftMeanwhileHasIt() {
        given(OPENED, new MeetingClosed(AHEAD, 6L))
                .when(open("u-bella", NOW, 1L), CONTEXT)
                .thenEvents(opened("u-bella", NOW, 1L));
    }

    @Test
    @Tag("E1")
    void theLatestWordOnWhoMayStartCounts() {
        var allowed = new StartWithoutPinChanged(true, AHEAD, 6L);
        given(OPENED, allowed)
                .when(mayStart(false, NOW, 7L), CONTEXT)
                .thenEvents(new StartWithoutPinChanged(false, NOW, 7L));
        given(OPENED, new StartWithoutPinChanged(false, NOW, 7L))
                .when(mayStart(true, AHEAD, 6L), CONTEXT)
                .thenEvents();
    }

    /** Whatever pin-service's clock says of when the PIN was entered: the leg came after the last end. */
    @Test
    @Tag("E4")
    void aRightPinOfALegThatWaitsStartsTheMeetingWhateverTheClocksSay() {
        var enteredBefore = new StartByOrganizer(CONTOSO, AMOS, "c-2", NOW.minus(Duration.ofMinutes(30)), true);
        MeetingEvent[] again = {OPENED, waiting("c-1"), new MeetingEnded(EndReason.ENDED, NOW), waiting("c-2")};
        given(again).when(enteredBefore, CONTEXT).thenEvents(startedByPin("c-2"), MeetingFixture.admitted("c-2"));
    }

    /** Of a leg that has not come yet only the times tell. */
    @Test
    @Tag("E4")
    void aRightPinFromBeforeTheLastEndStartsNothing() {
        var late = new StartByOrganizer(CONTOSO, AMOS, "c-2", NOW.minusSeconds(1), true);
        given(OPENED, waiting("c-1"), new MeetingEnded(EndReason.ENDED, NOW))
                .when(late, CONTEXT)
                .thenEvents(new MeetingEvent.VerificationIgnored(CONTOSO, "c-2", IgnoreReason.MEETING_ENDED, NOW));
    }

    private static MeetingScheduled opened(String user, Instant at, long sequence) {
        return new MeetingScheduled(CONTOSO, user, null, true, false, at, sequence);
    }

    private static OpenPersonalConference open(String user, Instant at, long sequence) {
        return new OpenPersonalConference(CONTOSO, user, false, new UserMoment(at, sequence));
    }

    private static ClosePersonalConference close(Instant at, long sequence) {
        return new ClosePersonalConference(CONTOSO, AMOS, new UserMoment(at, sequence));
    }

    private static AllowStartWithoutPin mayStart(boolean allowed, Instant at, long sequence) {
        return new AllowStartWithoutPin(CONTOSO, AMOS, allowed, new UserMoment(at, sequence));
    }
}
