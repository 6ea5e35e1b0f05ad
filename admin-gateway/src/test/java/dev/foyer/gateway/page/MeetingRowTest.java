package dev.foyer.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.api.MeetingAnswer;
import dev.foyer.gateway.api.MeetingAnswer.Counts;
import dev.foyer.gateway.api.MeetingAnswer.Participant;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lobby of ten thousand is not drawn whole. */
@Tag("E5")
class MeetingRowTest {

    private static final Instant NOW = Instant.parse("2026-11-28T07:00:00Z");
    private static final int MANY = 10_000;

    @Test
    void theHundredWhoWaitLongestAreDrawnAndTheOthersCounted() {
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            participants.add(caller("c-" + i, Presence.WAITING, NOW.minusSeconds(i)));
        }
        participants.add(caller("in", Presence.ADMITTED, NOW));
        participants.add(caller("gone", Presence.LEFT, NOW));
        Collections.shuffle(participants, new Random(1));
        MeetingRow row = row(participants);
        assertEquals(100, row.waiting().size());
        assertEquals("c-9999", row.waiting().getFirst().is().id());
        assertEquals("c-9900", row.waiting().getLast().is().id());
        assertEquals(MANY - 100, row.moreWaiting());
        assertEquals(row.waiting().getFirst().time(), row.longestWait());
        assertEquals(
                List.of("in"), row.inside().stream().map(leg -> leg.is().id()).toList());
        assertEquals(0, row.moreInside());
    }

    @Test
    void ofASmallLobbyNobodyIsMissing() {
        MeetingRow row = row(List.of(caller("c-1", Presence.WAITING, NOW)));
        assertEquals(1, row.waiting().size());
        assertEquals(0, row.moreWaiting());
    }

    private static Participant caller(String id, Presence state, Instant since) {
        return new Participant(id, ParticipantKind.CALLER, state, false, null, since);
    }

    private static MeetingRow row(List<Participant> participants) {
        long waiting = participants.stream()
                .filter(one -> one.state() == Presence.WAITING)
                .count();
        long inside = participants.stream()
                .filter(one -> one.state() == Presence.ADMITTED)
                .count();
        MeetingAnswer meeting = new MeetingAnswer(
                "4711007",
                "u-17",
                null,
                true,
                false,
                Phase.WAITING,
                null,
                null,
                null,
                new Counts(waiting, inside, participants.size() - waiting - inside),
                participants);
        return new MeetingRow(meeting, null, NOW, Locale.ENGLISH);
    }
}
