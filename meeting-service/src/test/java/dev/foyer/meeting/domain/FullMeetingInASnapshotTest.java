package dev.foyer.meeting.domain;

import static dev.foyer.meeting.domain.MeetingFixture.CONTEXT;
import static dev.foyer.meeting.domain.MeetingFixture.CONTOSO;
import static dev.foyer.meeting.domain.MeetingFixture.organizerStarts;
import static dev.foyer.meeting.domain.MeetingFixture.personal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.eventsourcing.Decision;
import dev.foyer.meeting.domain.MeetingCommand.DialIn;
import dev.foyer.meeting.domain.MeetingCommand.JoinFromApp;
import dev.foyer.meeting.domain.MeetingRefusal.MeetingIsFull;
import dev.foyer.meeting.journal.MeetingWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A meeting that takes nobody in any more still fits into one record of the snapshots, whatever ids its bridge gives. */
@Tag("E5")
class FullMeetingInASnapshotTest {

    /** Of SnapshotWriter, without what an aggregate answered lately. */
    private static final int SNAPSHOTS_LIMIT_BYTES = 900_000 - 20_000;

    /** Whatever is let in is in a snapshot, so that a recovery does not have to read the journal from before it. */
    @ParameterizedTest
    @EnumSource(Ids.class)
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
}
