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
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
import dev.foyer.meeting.domain.MeetingEvent.CallerWaiting;
import dev.foyer.meeting.domain.MeetingEvent.CallersAdmitted;
import dev.foyer.meeting.domain.MeetingEvent.StartedBy;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.domain.MeetingRefusal.TenantIsFull;
import dev.foyer.meeting.journal.MeetingJournal;
import dev.foyer.meeting.journal.MeetingWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

        assertEquals(1 + 3, decided.events().size());
        assertEquals(callers, admitted(decided.events()).stream().distinct().count());
        assertEquals(callers, admitted(decided.events()).size());
        Meeting.Running running = assertInstanceOf(Meeting.Running.class, decided.stateAfter());
        assertTrue(running.lobby().nobody());
        assertEquals(callers, running.attendance().callers().size());
    }

    @Test
    void anAdmissionOfManyLongCallIdsFitsIntoOneRecord() {
        String longest = "c".repeat(124);
        var many = new CallersAdmitted(
                IntStream.range(0, Admissions.PER_EVENT)
                        .mapToObj(i -> longest + i)
                        .toList(),
                CONTEXT.now());
        assertTrue(MeetingJournal.events().write(many).length < BROKERS_LIMIT_BYTES);
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

    /** As a bridge says it that gives its legs UUIDs; those are the larger part of it, and say little twice. */
    @Test
    void theLargestMeetingFitsIntoOneSnapshot() throws IOException {
        Random random = new Random(20_000);
        Lobby lobby = Lobby.EMPTY;
        for (int i = 0; i < LobbyRule.MOST_CALLS; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            Call call = new Call(id, "+39" + (3_000_000_000L + random.nextInt(999_999_999)), 1_800_000_000_000L + i);
            lobby = lobby.with(new CallerWaiting(call, CONTEXT.now().plusMillis(17L * i), 5));
        }
        Meeting full = new Meeting.Waiting(Booking.of(personal()), lobby, EarlierCalls.NONE);
        byte[] state = MeetingWire.MEETINGS.states().write(full);
        assertEquals(full, MeetingWire.MEETINGS.states().read(state));
        Deflater asSnapshotsDo = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, asSnapshotsDo)) {
            out.write(state);
        }
        assertTrue(packed.size() < BROKERS_LIMIT_BYTES * 9 / 10, packed.size() + " bytes");
    }

    private static List<String> admitted(List<MeetingEvent> events) {
        return events.stream()
                .filter(CallersAdmitted.class::isInstance)
                .flatMap(event -> ((CallersAdmitted) event).callIds().stream())
                .toList();
    }
}
