package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.EARLIER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appLeft;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.ended;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.personalWithoutPin;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingEvent.CallerBecameLeader;
import dev.foyer.meeting.domain.MeetingEvent.CallerJoined;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.IgnoreReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.Limit;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingEvent.TimeLimitReached;
import dev.foyer.meeting.domain.MeetingEvent.VerificationIgnored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a running meeting is over without anybody saying so. */
@Tag("E6")
class TimeLimitsTest {

    private static final TimeLimits TIMER = new TimeLimits();
    private static final Instant NEXT_HOUR = NOW.plus(Duration.ofHours(1));
    private static final Instant IN_4_HOURS = NOW.plus(Duration.ofHours(4));
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));
    private static final MeetingEvent[] BY_CALLER = {
        personalWithoutPin(), started(StartedBy.CALLER, null), joined("c-1")
    };

    @Test
    void whatIsOrMayBeBegunHasALimitAndAnEmptyPersonalConferenceHasNone() {
        assertEquals(Optional.empty(), due());
        assertEquals(Optional.empty(), due(personal()));
        assertEquals(Optional.of(EARLIER.plus(TimeLimits.UNUSED)), due(scheduled()));
        assertEquals(Optional.of(TOMORROW), due(personal(), waiting("c-1")));
        assertEquals(Optional.of(TOMORROW), due(scheduled(), waiting("c-1")));
        assertEquals(
                Optional.of(NOW.plus(Forgetfulness.KEPT)),
                due(scheduled(), ended(EndReason.ENDED)),
                "only until it is forgotten");
        assertEquals(Optional.of(TOMORROW), due(personal(), startedByPin("c-1")));
    }

    @Test
    void itEndsADayAfterTheLastChange() {
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(new EndAtTimeLimit(), new MeetingContext(TOMORROW))
                .thenEvents(new TimeLimitReached(Limit.UNCHANGED, TOMORROW), endedAt(TOMORROW));
    }

    @Test
    void whoeverComesGoesOrBecomesLeaderIsAChange() {
        for (MeetingEvent change : new MeetingEvent[] {
            new CallerJoined(call("c-2"), NEXT_HOUR),
            new MeetingEvent.ParticipantJoined("p-2", null, NEXT_HOUR, NEXT_HOUR),
            new ParticipantLeft("c-1", Kind.CALLER, NEXT_HOUR, null),
            new ParticipantLeft("p-1", Kind.APP, NEXT_HOUR, null),
            new CallerBecameLeader("c-1", NEXT_HOUR)
        }) {
            assertEquals(
                    Optional.of(NEXT_HOUR.plus(Duration.ofHours(24))),
                    due(personal(), started(StartedBy.APP, null), appJoined("p-1"), joined("c-1"), change),
                    change::toString);
        }
    }

    @Test
    void aPinThatMeansNothingIsNoChange() {
        assertEquals(
                Optional.of(TOMORROW),
                due(
                        personal(),
                        startedByPin("c-1"),
                        joined("c-1"),
                        new VerificationIgnored("fabrikam.com", "c-9", IgnoreReason.UNKNOWN_MEETING, NEXT_HOUR)));
    }

    @Test
    void oneThatACallerStartedEndsAfterFourHoursWhateverChanged() {
        MeetingEvent[] history = plus(BY_CALLER, new CallerJoined(call("c-2"), NEXT_HOUR));
        given(history)
                .when(new EndAtTimeLimit(), new MeetingContext(IN_4_HOURS))
                .thenEvents(new TimeLimitReached(Limit.ONLY_CALLERS, IN_4_HOURS), endedAt(IN_4_HOURS));
    }

    @Test
    void somebodyFromAClientAppLiftsTheFourHoursAsLongAsTheyAreThere() {
        assertEquals(Optional.of(TOMORROW), due(plus(BY_CALLER, appJoined("p-1"))));
        assertEquals(Optional.of(IN_4_HOURS), due(plus(BY_CALLER, appJoined("p-1"), appLeft("p-1"))));
    }

    @Test
    void whenTheLastFromAClientAppLeavesAfterFourHoursItEndsAtOnce() {
        Instant later = IN_4_HOURS.plusSeconds(1);
        given(plus(BY_CALLER, appJoined("p-1"), new ParticipantLeft("p-1", Kind.APP, later, null)))
                .when(new EndAtTimeLimit(), new MeetingContext(later))
                .thenEvents(new TimeLimitReached(Limit.ONLY_CALLERS, IN_4_HOURS), endedAt(later));
    }

    @Test
    void aLeaderIsACallerToo() {
        assertEquals(Optional.of(IN_4_HOURS), due(plus(BY_CALLER, new CallerBecameLeader("c-1", NOW))));
    }

    @Test
    void oneThatStartedWithAPinOrFromAnAppHasNoSuchLimit() {
        assertEquals(Optional.of(TOMORROW), due(personal(), waiting("c-1"), startedByPin("c-1"), admitted("c-1")));
        assertEquals(
                Optional.of(TOMORROW),
                due(personal(), started(StartedBy.APP, null), appJoined("p-1"), joined("c-1"), appLeft("p-1")));
    }

    @Test
    void aTimerThatComesEarlyOrLateDoesNothing() {
        given(BY_CALLER)
                .when(new EndAtTimeLimit(), new MeetingContext(IN_4_HOURS.minusNanos(1)))
                .thenEvents();
        given(plus(BY_CALLER, left("c-1"), ended(EndReason.LAST_LEFT)))
                .when(new EndAtTimeLimit(), new MeetingContext(TOMORROW))
                .thenEvents();
    }

    @Test
    void thePersonalConferenceThenWaitsAndAScheduledMeetingIsOver() {
        MeetingContext then = new MeetingContext(TOMORROW);
        assertInstanceOf(
                Meeting.Waiting.class,
                given(personal(), startedByPin("c-1"))
                        .when(new EndAtTimeLimit(), then)
                        .stateAfter());
        assertInstanceOf(
                Meeting.Ended.class,
                given(scheduled(), startedByPin("c-1"))
                        .when(new EndAtTimeLimit(), then)
                        .stateAfter());
    }

    private static MeetingEnded endedAt(Instant at) {
        return new MeetingEnded(EndReason.ENDED, at);
    }

    private static Optional<Instant> due(MeetingEvent... history) {
        return TIMER.due(given(history).state());
    }

    private static MeetingEvent[] plus(MeetingEvent[] some, MeetingEvent... more) {
        List<MeetingEvent> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(MeetingEvent[]::new);
    }
}
