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

import dev.foyer.eventsourcing.Decision;
import dev.foyer.eventsourcing.ImpossibleEvent;
import dev.foyer.meeting.domain.MeetingCommand.AskForRoom;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingEvent.Admission;
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
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lobby of thousands is let in by one command, in journal records that a broker takes. */
@Tag("E2")
class LargeMeetingTest {

    private static final int BROKERS_LIMIT_BYTES = 1_000_000;

    /** Of SnapshotWriter, without what an aggregate answered lately. */
    private static final int SNAPSHOTS_LIMIT_BYTES = 900_000 - 20_000;

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

    /** Whatever is let in is in a snapshot, so that a recovery does not have to read the journal from before it. */
    @ParameterizedTest
    @EnumSource(Ids.class)
    @Tag("E5")
    void theLargestMeetingFitsIntoOneSnapshot(Ids ids) throws IOException {
        Random random = new Random(20_000);
        MeetingDecider decider = new MeetingDecider();
        Meeting waiting = decider.evolve(decider.initial(), personal());
        waiting = filled(decider, waiting, () -> new DialIn(CONTOSO, ids.call(random)));
        fitsIntoASnapshot(waiting);

        Meeting running = started(decider, waiting);
        fitsIntoASnapshot(running);
        running = filled(decider, running, () -> new JoinFromApp(CONTOSO, ids.id(random), "Amos Marble"));
        fitsIntoASnapshot(running);
        fitsIntoASnapshot(filled(decider, running, () -> new DialIn(CONTOSO, ids.call(random))));

        Meeting mixed = started(decider, decider.evolve(decider.initial(), personal()));
        mixed = filled(decider, mixed, () -> new JoinFromApp(CONTOSO, ids.id(random), "Amos Marble"));
        mixed = filled(decider, mixed, () -> new DialIn(CONTOSO, ids.call(random)));
        fitsIntoASnapshot(mixed);
    }

    @Test
    @Tag("E5")
    void asManyAsMayBeWaitWithIdsAsBridgesGiveThem() {
        Random random = new Random(1);
        MeetingDecider decider = new MeetingDecider();
        Meeting waiting = decider.evolve(decider.initial(), personal());
        Meeting full = filled(decider, waiting, () -> new DialIn(CONTOSO, Ids.UUID.call(random)));
        Meeting.Running running = assertInstanceOf(Meeting.Running.class, started(decider, full));
        assertEquals(LobbyRule.MOST_CALLS, running.attendance().callers().size());
    }

    /** Until somebody is refused. */
    private static Meeting filled(MeetingDecider decider, Meeting from, Supplier<MeetingCommand> next) {
        Meeting state = from;
        Optional<Meeting> more = Optional.of(state);
        while (more.isPresent()) {
            state = more.get();
            more = after(decider, state, next.get());
        }
        return state;
    }

    private static Meeting started(MeetingDecider decider, Meeting from) {
        return after(decider, from, organizerStarts("the-leader")).orElseThrow();
    }

    /** Nothing when the meeting is full. */
    private static Optional<Meeting> after(MeetingDecider decider, Meeting from, MeetingCommand command) {
        return switch (decider.decide(from, command, CONTEXT)) {
            case Decision.Accepted<MeetingEvent, MeetingRefusal, MeetingAnswer> accepted -> {
                Meeting state = from;
                for (MeetingEvent event : accepted.events()) {
                    state = decider.evolve(state, event);
                }
                yield Optional.of(state);
            }
            case Decision.Refused<MeetingEvent, MeetingRefusal, MeetingAnswer>(MeetingRefusal reason) -> {
                assertInstanceOf(MeetingIsFull.class, reason);
                yield Optional.empty();
            }
        };
    }

    private static void fitsIntoASnapshot(Meeting full) throws IOException {
        byte[] state = MeetingWire.MEETINGS.states().write(full);
        assertEquals(full, MeetingWire.MEETINGS.states().read(state));
        Deflater asSnapshotsDo = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, asSnapshotsDo)) {
            out.write(state);
        }
        assertTrue(packed.size() < SNAPSHOTS_LIMIT_BYTES, packed.size() + " bytes");
    }

    /** Random ones, so that nothing in them is said twice. */
    private enum Ids {
        UUID("") {
            @Override
            String id(Random random) {
                return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            }
        },
        LONG_LETTERS("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"),
        LONG_ODD_ONES("!\"#$%&'()*+,-.0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"),
        LONG_ACCENTS(all(0x100, 0x17F)),
        LONG_CHINESE(all(0x4E00, 0x9FA5)),
        LONG_HEX("0123456789abcdef");

        private final String letters;

        Ids(String letters) {
            this.letters = letters;
        }

        String id(Random random) {
            // Not random.ints: of a power of two these are the lowest bits, which come again after some thousand ids.
            return IntStream.range(0, 128)
                    .map(_ -> random.nextInt(letters.length()))
                    .mapToObj(at -> letters.substring(at, at + 1))
                    .collect(Collectors.joining());
        }

        Call call(Random random) {
            return new Call(
                    id(random),
                    "+39" + (3_000_000_000L + random.nextInt(999_999_999)),
                    1_800_000_000_000L + random.nextInt(86_400_000));
        }

        private static String all(int first, int last) {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
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
