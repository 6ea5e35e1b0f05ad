package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.appJoined;
import static dev.foyer.meeting.domain.MeetingFixture.appJoins;
import static dev.foyer.meeting.domain.MeetingFixture.call;
import static dev.foyer.meeting.domain.MeetingFixture.dialIn;
import static dev.foyer.meeting.domain.MeetingFixture.given;
import static dev.foyer.meeting.domain.MeetingFixture.joined;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static dev.foyer.meeting.domain.MeetingFixture.startedByPin;
import static dev.foyer.meeting.domain.MeetingFixture.startedManually;
import static dev.foyer.meeting.domain.MeetingFixture.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.MeetingRefusal.TenantIsFull;
import dev.foyer.meeting.journal.MeetingJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lobby of thousands is let in by one command, in journal records that a broker takes. */
@Tag("E2")
class LargeMeetingTest {

    private static final int BROKERS_LIMIT_BYTES = 1_000_000;

    @Test
    void thousandsAreAdmittedByOneCommandOnceEach() {
        int callers = 2_500;
        List<MeetingEvent> history = new ArrayList<>(List.of(personal()));
        IntStream.range(0, callers).forEach(i -> history.add(waiting("call-" + i)));

        var decided = given(history.toArray(MeetingEvent[]::new)).when(organizerStarts("call-7"), CONTEXT);

        assertEquals(1 + 1, decided.events().size());
        assertEquals(callers, admitted(decided.events()).stream().distinct().count());
        assertEquals(callers, admitted(decided.events()).size());
        Meeting.Running running = assertInstanceOf(Meeting.Running.class, decided.stateAfter());
        assertTrue(running.lobby().nobody());
        assertEquals(callers, running.attendance().callers().size());
    }

    /** As bridges usually call them: so all change from the lobby into the meeting at once, and not thousand after thousand. */
    @Test
    void tenThousandAreInOneEvent() {
        assertEquals(1, Admissions.of(uuids(10_000), CONTEXT.now()).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "\"", "é", "€", "\uD83D\uDCDE"})
    void anAdmissionOfManyLongCallIdsFitsIntoRecords(String letter) {
        String longest = letter.repeat(122 / letter.length());
        List<String> callIds =
                IntStream.range(0, 10_000).mapToObj(i -> longest + (10_000 + i)).toList();
        List<MeetingEvent> events = Admissions.of(callIds, CONTEXT.now());
        assertEquals(callIds, admitted(events));
        events.forEach(event -> assertTrue(
                MeetingJournal.events().write(event).length < BROKERS_LIMIT_BYTES * 6 / 10, "far below the limit"));
    }

    /** What happens to a lobby that opens in two events; and to one of which somebody goes in the middle of it. */
    @Test
    void aLobbyThatOpensInPartsIsLetInInItsOrder() {
        List<String> callIds = uuids(3_000);
        List<MeetingEvent> history = new ArrayList<>(List.of(personal()));
        callIds.forEach(callId -> history.add(waiting(callId)));
        history.add(startedByPin(callIds.getFirst()));
        history.add(new CallersAdmitted(callIds.subList(0, 1_000), CONTEXT.now()));
        history.add(MeetingFixture.left(callIds.get(500)));
        history.add(MeetingFixture.left(callIds.get(1_500)));
        List<String> rest = new ArrayList<>(callIds.subList(1_000, 3_000));
        rest.remove(500);
        history.add(new CallersAdmitted(rest, CONTEXT.now()));

        Meeting.Running running = assertInstanceOf(
                Meeting.Running.class,
                given(history.toArray(MeetingEvent[]::new)).state());

        List<String> there = new ArrayList<>(callIds);
        there.remove(1_500);
        there.remove(500);
        assertEquals(there, List.copyOf(running.attendance().callers()));
        assertTrue(running.lobby().nobody());
    }

    /** An admission of somebody who does not wait is never folded, also among many who do. */
    @Test
    @Tag("E3")
    void nobodyIsLetInWhoDoesNotWait() {
        Meeting state = given(personal(), waiting("c-1"), waiting("c-2"), startedByPin("c-1"))
                .state();
        MeetingDecider decider = new MeetingDecider();
        var oneTooMany = MeetingFixture.admitted("c-1", "c-3");
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(state, oneTooMany));
        assertThrows(ImpossibleEvent.class, () -> decider.evolve(state, MeetingFixture.admitted("c-1", "c-2", "c-3")));
    }

    @Test
    void whoIsOneTooManyIsRefused() {
        MeetingContext room = new MeetingContext(CONTEXT.now(), tenant -> new LobbyRule(Admission.AUTOMATIC, 3));
        MeetingEvent[] waiting = {personal(), waiting("c-1"), waiting("c-2"), waiting("c-3")};
        given(waiting).when(dialIn("c-4"), room).thenRefused(new MeetingIsFull(3));
        given(waiting).when(dialIn("c-3"), room).thenEvents();
        given(personal(), waiting("c-1"), waiting("c-2"))
                .when(dialIn("c-4"), room)
                .thenEvents(waiting("c-4"));
    }

    @Test
    void whoWaitsInARunningMeetingCountsToo() {
        MeetingContext room = new MeetingContext(CONTEXT.now(), tenant -> new LobbyRule(Admission.MANUAL, 3));
        MeetingEvent[] running = {
            personal(),
            waiting("c-1"),
            waiting("c-2"),
            startedManually(StartedBy.ORGANIZER_PIN, "c-1"),
            MeetingFixture.admitted("c-1"),
            waiting("c-3"),
            appJoined("p-1")
        };
        given(running).when(dialIn("c-4"), room).thenRefused(new MeetingIsFull(3));
        given(running).when(appJoins("p-2"), room).thenEvents(appJoined("p-2"));
    }

    @Test
    void aTenantHasSoManyPlacesInAllItsMeetings() {
        MeetingContext full = new MeetingContext(
                CONTEXT.now(),
                tenant -> new LobbyRule(
                        Admission.AUTOMATIC, 3, null, Announcements.DEFAULT, new TenantRoom(2_000, 2_000)));
        given(personal(), waiting("c-1")).when(dialIn("c-2"), full).thenRefused(new TenantIsFull(2_000));
        given(personal(), waiting("c-1")).when(dialIn("c-1"), full).thenEvents();
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(dialIn("c-2"), full)
                .thenRefused(new TenantIsFull(2_000));
        // Who signs in, and who goes from one of its meetings to another, takes no more of its places.
        given(personal(), startedByPin("c-1"), joined("c-1"))
                .when(appJoins("p-1"), full)
                .thenEvents(appJoined("p-1"));
        given(personal()).when(new AskForRoom(CONTOSO, "c-2"), full).thenEvents();
        given(personal()).when(new DialIn(CONTOSO, call("c-2"), true), full).thenEvents(waiting("c-2"));
    }

    /** Who was told that there is room has left another meeting for it. */
    @Test
    @Tag("E5")
    void whoHasAskedForRoomGetsIn() {
        MeetingContext room = new MeetingContext(CONTEXT.now(), tenant -> new LobbyRule(Admission.AUTOMATIC, 1));
        given(personal(), waiting("c-1"))
                .when(new AskForRoom(CONTOSO, "c-2"), room)
                .thenRefused(new MeetingIsFull(1));
        given(personal(), waiting("c-1"))
                .when(new AskForRoom(CONTOSO, "c-1"), room)
                .thenEvents();
        given(personal()).when(new AskForRoom(CONTOSO, "c-2"), room).thenEvents();
        given(personal(), waiting("c-1"))
                .when(new DialIn(CONTOSO, call("c-2"), true), room)
                .thenEvents(waiting("c-2"));
    }

    private static List<String> uuids(int count) {
        Random random = new Random(20_000);
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(count)
                .toList();
    }

    private static List<String> admitted(List<MeetingEvent> events) {
        return events.stream()
                .filter(CallersAdmitted.class::isInstance)
                .flatMap(event -> ((CallersAdmitted) event).callIds().stream())
                .toList();
    }
}
