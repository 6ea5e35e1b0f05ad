package dev.foyer.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.foyer.gateway.index.MeetingEntry;
import dev.foyer.gateway.index.MeetingEntry.Participant;
import dev.foyer.gateway.index.MeetingEntry.ParticipantKind;
import dev.foyer.gateway.index.MeetingEntry.Phase;
import dev.foyer.gateway.index.MeetingEntry.Presence;
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

    /** Who left in the last run is no more of the next one than who started it. */
    @ParameterizedTest
    @CsvSource({
        "WAITING, 1, anew hung-up",
        "RUNNING, 3, before until-the-end anew hung-up",
        "ENDED, 3, before until-the-end anew hung-up"
    })
    void whoWaitsAgainHasNobodyOfTheLastRun(Phase phase, int left, String shown) {
        MeetingEntry meeting = new MeetingEntry(
                "contoso.com",
                "4711007",
                5,
                "u-1",
                null,
                true,
                false,
                phase,
                null,
                null,
                END,
                END,
                List.of(
                        somebody("before", Presence.LEFT, END.minusSeconds(60)),
                        somebody("until-the-end", Presence.LEFT, END),
                        somebody("anew", Presence.WAITING, END.plusSeconds(1)),
                        somebody("hung-up", Presence.LEFT, END.plusSeconds(2))));
        for (MeetingAnswer answer : List.of(MeetingAnswer.of(meeting, null), MeetingAnswer.listed(meeting, null))) {
            assertEquals(
                    List.of(shown.split(" ")),
                    answer.participants().stream()
                            .map(MeetingAnswer.Participant::id)
                            .toList());
            assertEquals(new MeetingAnswer.Counts(1, 0, left), answer.counts());
        }
    }

    private static Participant somebody(String id, Presence state, Instant since) {
        return new Participant(id, ParticipantKind.APP, state, false, null, since);
    }
}
