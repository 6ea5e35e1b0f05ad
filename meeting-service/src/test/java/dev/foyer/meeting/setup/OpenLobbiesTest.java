package dev.foyer.meeting.setup;

import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.NOW;
import static dev.foyer.meeting.domain.MeetingFixture.admitted;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.left;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.base.Unavailable;
import dev.foyer.meeting.domain.Meeting;
import dev.foyer.meeting.domain.MeetingDecider;
import dev.foyer.meeting.domain.MeetingEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators see of lobbies, and what a tenant's limit is held against. */
@Tag("E2")
class OpenLobbiesTest {

    private final OpenLobbies open = new OpenLobbies();

    @Test
    void whoWaitsIsCountedUntilTheMeetingStartsAndWhoIsInUntilItEnds() {
        committed("1000001", personal(), waiting("c-1"), waiting("c-2"));
        committed("1000002", personal(), waiting("c-3"));
        assertEquals(2, open.lobbies());
        assertEquals(3, open.waiting());
        assertEquals(3, open.callsOf(CONTOSO));
        assertEquals(30, open.oldestWait(NOW.plusSeconds(30)));
        assertEquals(0, open.oldestWait(NOW.minusSeconds(30)), "by a clock that was set back");

        committed(
                "1000001",
                personal(),
                waiting("c-1"),
                waiting("c-2"),
                startedByPin("c-1"),
                admitted("c-1", "c-2"),
                joined("c-4"));
        assertEquals(1, open.lobbies());
        assertEquals(1, open.waiting());
        assertEquals(4, open.callsOf(CONTOSO));
        assertEquals(2, open.admittedFromLobby());
        assertEquals(1, open.admittedDirectly());

        committed("1000002", personal(), waiting("c-3"), left("c-3"));
        assertEquals(0, open.lobbies());
        assertEquals(0, open.oldestWait(NOW.plusSeconds(30)));
        assertEquals(3, open.callsOf(CONTOSO));
        assertEquals(0, open.callsOf("fabrikam.com"));
    }

    /** A start by PIN lets everybody in; whom it forgets is for operators to see. */
    @Test
    void whoWaitsThoughTheMeetingRunsIsCounted() {
        committed("1000001", personal(), waiting("c-1"), waiting("c-2"));
        assertEquals(0, open.waitingThoughRunning());
        committed("1000001", personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-1"), admitted("c-1"));
        assertEquals(1, open.waitingThoughRunning());
        committed("1000001", personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-1"), admitted("c-1", "c-2"));
        assertEquals(0, open.waitingThoughRunning());
    }

    /** Reading a state again, as after a takeover, is no second call. */
    @Test
    void whatIsRecoveredIsThereOnce() {
        Meeting two = after(personal(), waiting("c-1"), waiting("c-2"));
        open.recovered("1000001", two);
        open.recovered("1000001", two);
        assertEquals(2, open.callsOf(CONTOSO));
        assertEquals(0, open.admittedFromLobby());
    }

    @Test
    void whatAnotherInstanceOwnsIsCountedThere() {
        open.recovered("1000001", after(personal(), waiting("c-1")));
        open.leaveToOthers(
                id -> CompletableFuture.failedStage(new Unavailable(Unavailable.Reason.BROKER_AWAY, "Not now")));
        assertEquals(1, open.callsOf(CONTOSO));
        open.leaveToOthers(id -> CompletableFuture.failedStage(new Unavailable(Unavailable.Reason.MOVED, "Not here")));
        assertEquals(0, open.callsOf(CONTOSO));
        assertEquals(0, open.lobbies());
    }

    private void committed(String conferenceId, MeetingEvent... history) {
        open.committed(conferenceId, after(history), news(history));
    }

    /** The history of each is committed as it grows; what was there before is no news. */
    private static List<MeetingEvent> news(MeetingEvent... history) {
        return List.of(history).stream()
                .filter(event ->
                        event instanceof MeetingEvent.CallersAdmitted || event instanceof MeetingEvent.CallerJoined)
                .toList();
    }

    private static Meeting after(MeetingEvent... events) {
        MeetingDecider decider = new MeetingDecider();
        Meeting meeting = decider.initial();
        for (MeetingEvent event : events) {
            meeting = decider.evolve(meeting, event);
        }
        return meeting;
    }
}
