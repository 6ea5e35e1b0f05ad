package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.EARLIER;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.scheduled;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.startedManually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.meeting.domain.MeetingCommand.AlertOrganizer;
import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.EndReason;
import dev.foyer.meeting.domain.MeetingEvent.Kind;
import dev.foyer.meeting.domain.MeetingEvent.MeetingEnded;
import dev.foyer.meeting.domain.MeetingEvent.OrganizerAlerted;
import dev.foyer.meeting.domain.MeetingEvent.ParticipantLeft;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bridge that dies leaves nobody in a lobby for ever, and a meeting that nobody uses is not kept for ever. */
@Tag("E6")
class WaitLimitTest {

    private static final TimeLimits TIMER = new TimeLimits();
    private static final Instant NEXT_HOUR = NOW.plus(Duration.ofHours(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofHours(24));
    private static final EndAtTimeLimit LIMIT = new EndAtTimeLimit();

    @Test
    void whoHasWaitedForADayHasLeftAndWhoCameLaterHasNot() {
        given(personal(), waits("c-1", NOW), waits("c-2", NEXT_HOUR))
                .when(LIMIT, context(TOMORROW.minusMillis(1)))
                .thenEvents();
        given(personal(), waits("c-1", NOW), waits("c-2", NEXT_HOUR))
                .when(LIMIT, context(TOMORROW))
                .thenEvents(gaveUp("c-1"));
        assertEquals(
                Optional.of(NEXT_HOUR.plus(Duration.ofHours(24))),
                TIMER.due(given(personal(), waits("c-1", NOW), waits("c-2", NEXT_HOUR), gaveUp("c-1"))
                        .state()));
    }

    /** A week later the organizer comes, and no ghosts do. */
    @Test
    @Tag("E2")
    void nobodyWhoseBridgeDiedIsLetIn() {
        given(personal(), waits("c-1", NOW), gaveUp("c-1"))
                .when(organizerStarts("c-9"), context(TOMORROW))
                .thenEvents(new MeetingEvent.MeetingStarted(
                        StartedBy.ORGANIZER_PIN, "c-9", TOMORROW, MeetingEvent.Admission.AUTOMATIC));
    }

    @Test
    @Tag("E7")
    void theOrganizerIsToldAgainOfTheNextWhoWait() {
        var told = new OrganizerAlerted(NOW, 1, NEXT_HOUR);
        MeetingEvent[] history = {
            personal(),
            new CallerWaiting(call("c-1"), NOW, 5),
            told,
            gaveUp("c-1"),
            new CallerWaiting(call("c-2"), TOMORROW, 5)
        };
        Instant due = TOMORROW.plus(Duration.ofMinutes(5));
        assertEquals(Optional.of(due), TIMER.due(given(history).state()));
        assertInstanceOf(AlertOrganizer.class, TIMER.command(given(history).state()));
        given(history).when(new AlertOrganizer(), context(due)).thenEvents(new OrganizerAlerted(TOMORROW, 1, due));
    }

    @Test
    void whoWaitsBeforeARunningMeetingDoesNotDoSoForEver() {
        MeetingEvent[] history = {personal(), startedManually(StartedBy.ORGANIZER_PIN, "c-9"), waits("c-1", NOW)};
        given(history[0], history[1], history[2], new MeetingEvent.CallerJoined(call("c-9"), NEXT_HOUR))
                .when(LIMIT, context(TOMORROW))
                .thenEvents(gaveUp("c-1"));
        given(
                        history[0],
                        history[1],
                        history[2],
                        new MeetingEvent.CallerJoined(call("c-9"), NEXT_HOUR),
                        new ParticipantLeft("c-9", Kind.CALLER, NEXT_HOUR, null))
                .when(LIMIT, context(TOMORROW))
                .thenEvents(gaveUp("c-1"), new MeetingEnded(EndReason.LAST_LEFT, TOMORROW));
    }

    @Test
    void aLargeLobbyIsEmptiedInSteps() {
        List<MeetingEvent> history = new ArrayList<>(List.of(personal()));
        int all = TimeLimits.MOST_AT_ONCE + 1;
        IntStream.range(0, all).forEach(i -> history.add(waits("c-" + i, NOW)));
        var step = given(history.toArray(MeetingEvent[]::new)).when(LIMIT, context(TOMORROW));
        Meeting.Waiting rest = assertInstanceOf(Meeting.Waiting.class, step.stateAfter());
        assertEquals(List.of("c-" + (all - 1)), rest.lobby().callIds());
        assertEquals(Optional.of(TOMORROW), TIMER.due(rest), "at once");
    }

    @Test
    @Tag("C2")
    void aScheduledMeetingThatNobodyUsesEndsAfterAYear() {
        Instant due = EARLIER.plus(TimeLimits.UNUSED);
        given(scheduled()).when(LIMIT, context(due.minusMillis(1))).thenEvents();
        given(scheduled()).when(LIMIT, context(due)).thenEvents(new MeetingEnded(EndReason.ENDED, due));
        given(personal()).when(LIMIT, context(due)).thenEvents();
        given(scheduled(), startedByPin("c-1")).when(LIMIT, context(NEXT_HOUR)).thenEvents();
    }

    private static CallerWaiting waits(String callId, Instant since) {
        return new CallerWaiting(call(callId), since);
    }

    private static ParticipantLeft gaveUp(String callId) {
        return new ParticipantLeft(callId, Kind.CALLER, TOMORROW, null, null, true);
    }

    private static MeetingContext context(Instant now) {
        return new MeetingContext(now);
    }
}
