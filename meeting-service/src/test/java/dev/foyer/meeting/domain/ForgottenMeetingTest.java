package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.AMOS;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.MeetingCommand.ForgetMeeting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.MeetingClosed;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.MeetingForgotten;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has ended is forgotten, and answers as if it had never been; what has not is kept. */
@Tag("case-L2")
class ForgottenMeetingTest {

    private static final Instant DUE = NOW.plus(Duration.ofHours(25));
    private static final MeetingEnded ENDED = new MeetingEnded(EndReason.ENDED, NOW);
    private static final MeetingClosed CLOSED = new MeetingClosed(NOW, null);
    private static final MeetingForgotten FORGOTTEN = new MeetingForgotten(DUE);

    private final MeetingDecider decider = new MeetingDecider();
    private final TimeLimits timers = new TimeLimits();

    @Test
    void aMeetingThatEndedIsForgottenADayLater() {
        forgottenAtItsTime(scheduled(), ENDED);
    }

    @Test
    void aClosedConferenceToo() {
        forgottenAtItsTime(personal(), CLOSED);
    }

    /** A right PIN for what is not there leaves a trace, which must not stay for ever. */
    @Test
    void aTraceOfNoMeetingToo() {
        forgottenAtItsTime(ignored(NOW));
    }

    private void forgottenAtItsTime(MeetingEvent... history) {
        var early = given(history).when(new ForgetMeeting(), new MeetingContext(DUE.minusNanos(1)));
        early.thenEvents();
        assertEquals(Optional.of(DUE), timers.due(early.state()));
        assertInstanceOf(ForgetMeeting.class, timers.command(early.state()));
        assertFalse(decider.isOver(early.state()));
        var forgetting = given(history)
                .when(new ForgetMeeting(), new MeetingContext(DUE))
                .thenEvents(FORGOTTEN);
        assertTrue(decider.isOver(forgetting.stateAfter()));
        assertEquals(decider.initial(), forgetting.stateAfter());
    }

    @Test
    void whoAsksForItInVainKeepsItForAnotherDay() {
        Instant asked = NOW.plusSeconds(3_600);
        var later = given(scheduled(), ENDED, ignored(asked)).when(new ForgetMeeting(), new MeetingContext(DUE));
        later.thenEvents();
        assertEquals(Optional.of(asked.plus(Forgetfulness.KEPT)), timers.due(later.state()));
    }

    @Test
    void whatWaitsIsKept() {
        given(personal()).when(new ForgetMeeting(), new MeetingContext(DUE)).thenEvents();
        given(scheduled()).when(new ForgetMeeting(), new MeetingContext(DUE)).thenEvents();
    }

    /** Random days of one conference ID, in which everything that the bridge, the apps and pin-service may say comes at any time. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @Tag("E4")
    @Tag("E5")
    @Tag("C2")
    void aForgottenMeetingAnswersAsTheRulesWant(long seed) {
        assertTrue(new MeetingDays(seed).live(2_000) > 10, "hardly ever forgotten");
    }

    private static VerificationIgnored ignored(Instant at) {
        return new VerificationIgnored(CONTOSO, "call-" + AMOS, MeetingEvent.IgnoreReason.UNKNOWN_MEETING, at);
    }
}
