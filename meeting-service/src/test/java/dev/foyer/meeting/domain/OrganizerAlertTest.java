package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admit;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.started;
import static dev.foyer.meeting.domain.MeetingFixture.startedManually;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.foyer.meeting.domain.MeetingCommand.AlertOrganizer;
import dev.foyer.meeting.domain.MeetingCommand.EndAtTimeLimit;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.OrganizerAlerted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The organizer is told that somebody has been waiting for five minutes, once as long as somebody does. */
@Tag("E7")
class OrganizerAlertTest {

    private static final TimeLimits TIMER = new TimeLimits();
    /** Nobody is to be told; whoever waits has left then (E6). */
    private static final Instant IN_A_DAY = NOW.plus(TimeLimits.WAITED);

    private static final Instant IN_5 = NOW.plus(Duration.ofMinutes(5));
    private static final Instant IN_6 = NOW.plus(Duration.ofMinutes(6));

    @Test
    void whoIsToBeToldIsWrittenWithWhoeverComes() {
        MeetingContext alerting = new MeetingContext(
                NOW, tenant -> new LobbyRule(Admission.AUTOMATIC, 10, 5, Announcements.DEFAULT, TenantRoom.UNBOUNDED));
        given(personal()).when(dialIn("c-1"), alerting).thenEvents(waits("c-1", NOW));
        given(personal()).when(dialIn("c-1"), MeetingFixture.CONTEXT).thenEvents(waiting("c-1"));
    }

    @Test
    void theOrganizerIsToldSinceWhenAndHowMany() {
        MeetingEvent[] two = {personal(), waits("c-1", NOW), waits("c-2", NOW.plusSeconds(60))};
        assertEquals(Optional.of(IN_5), due(two));
        assertInstanceOf(AlertOrganizer.class, TIMER.command(given(two).state()));
        given(two).when(new AlertOrganizer(), at(IN_5)).thenEvents(new OrganizerAlerted(NOW, 2, IN_5));
        given(two).when(new AlertOrganizer(), at(IN_5.minusMillis(1))).thenEvents();
    }

    /** As long as nobody has waited for so long, nobody is told, however long there is somebody. */
    @Test
    void whoLeavesBeforeDoesNotCount() {
        MeetingEvent[] second = {personal(), waits("c-1", NOW), waits("c-2", NOW.plusSeconds(60)), left("c-1")};
        assertEquals(Optional.of(IN_6), due(second));
        given(second).when(new AlertOrganizer(), at(IN_5)).thenEvents();
        assertEquals(Optional.empty(), due(personal(), waits("c-1", NOW), left("c-1")));
    }

    @Test
    void onceUntilNobodyWaitsAnyMore() {
        OrganizerAlerted told = new OrganizerAlerted(NOW, 1, IN_5);
        assertEquals(Optional.of(IN_A_DAY), due(personal(), waits("c-1", NOW), told));
        assertEquals(
                Optional.of(IN_6.plus(TimeLimits.WAITED)),
                due(personal(), waits("c-1", NOW), told, waits("c-2", IN_6), left("c-1")),
                "somebody has waited all the time");
        assertEquals(
                Optional.of(IN_6.plus(Duration.ofMinutes(5))),
                due(personal(), waits("c-1", NOW), told, left("c-1"), waits("c-2", IN_6)));
        given(personal(), waits("c-1", NOW), told)
                .when(new AlertOrganizer(), at(IN_6))
                .thenEvents();
    }

    @Test
    void neverOfAMeetingThatRunsWhereTheStartLetsEverybodyIn() {
        MeetingEvent[] running = {
            personal(), waits("c-1", NOW), started(StartedBy.APP, null), admitted("c-1"), appJoined("p-1")
        };
        assertEquals(Optional.of(NOW.plus(TimeLimits.UNCHANGED)), due(running));
        assertInstanceOf(EndAtTimeLimit.class, TIMER.command(given(running).state()));
        given(running).when(new AlertOrganizer(), at(IN_6)).thenEvents();
    }

    /** Where people let each other in somebody may wait in front of a meeting that runs, too. */
    @Test
    void alsoOfOneThatRunsWhereSomebodyHasToLetThemIn() {
        MeetingEvent[] running = {personal(), waits("c-1", NOW), startedManually(StartedBy.APP, null), appJoined("p-1")
        };
        assertEquals(Optional.of(IN_5), due(running));
        assertInstanceOf(AlertOrganizer.class, TIMER.command(given(running).state()));
        given(running).when(new AlertOrganizer(), at(IN_5)).thenEvents(new OrganizerAlerted(NOW, 1, IN_5));
        Meeting told = given(
                        personal(),
                        waits("c-1", NOW),
                        startedManually(StartedBy.APP, null),
                        new OrganizerAlerted(NOW, 1, IN_5))
                .state();
        assertEquals(Optional.of(NOW.plus(TimeLimits.UNCHANGED)), TIMER.due(told));
        assertInstanceOf(EndAtTimeLimit.class, TIMER.command(told));
        given(running).when(admit("c-1"), at(IN_5)).thenEvents(new MeetingEvent.CallersAdmitted(List.of("c-1"), IN_5));
    }

    /** The word of whoever came last holds: a tenant that has turned it off is not told, one that has turned it on is. */
    @Test
    void whatHoldsIsWhatWasSetWhenTheLastOfThemCame() {
        assertEquals(Optional.of(IN_A_DAY), due(personal(), waits("c-1", NOW), waiting("c-2")));
        assertEquals(Optional.of(IN_5), due(personal(), waiting("c-1"), waits("c-2", NOW)));
    }

    private static CallerWaiting waits(String callId, Instant since) {
        return new CallerWaiting(call(callId), since, 5);
    }

    private static MeetingContext at(Instant now) {
        return new MeetingContext(now);
    }

    private static Optional<Instant> due(MeetingEvent... history) {
        return TIMER.due(given(history).state());
    }
}
