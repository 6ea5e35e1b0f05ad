package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("case-R16")
class MeetingAnswerTest {

    private static final Instant END = Instant.parse("2026-11-22T10:15:30Z");

    /** A personal conference that waits again has not ended, though its last run has. */
    @ParameterizedTest
    @CsvSource({"WAITING,", "ENDED, 2026-11-22T10:15:30Z"})
    void anEndIsShownOfWhatHasEnded(Phase phase, Instant shown) {
        MeetingEntry meeting = new MeetingEntry(
                "contoso.com", "4711007", 5, "u-1", null, true, false, phase, null, null, END, END, List.of());
        assertEquals(shown, MeetingAnswer.of(meeting, null).endedAt());
    }
}
