package dev.foyer.gateway.api;

import dev.foyer.gateway.callers.CallerMask;
import dev.foyer.gateway.index.ScanEntry;
import java.time.Instant;

/**
 * A source of calls that somebody seems to guess from. @param caller of the number what {@code maskCallerNumbers} shows,
 * absent when there is none;
 * @param conferenceIdsRefusedUntil absent: they are looked up; of calls without a number they always are, and wrong ones
 *     are answered late until then
 * @param pinsRefusedUntil absent: they are compared; in the same way
 */
public record ScanAnswer(
        String source,
        String kind,
        String account,
        String caller,
        int unknownConferenceIds,
        Instant conferenceIdsRefusedUntil,
        int organizersGuessedAt,
        Instant pinsRefusedUntil,
        Instant since,
        Instant at) {

    public static ScanAnswer of(ScanEntry entry, CallerMask callers) {
        return new ScanAnswer(
                entry.source(),
                entry.kind(),
                entry.account(),
                callers.shown(entry.caller()),
                entry.unknownConferenceIds(),
                entry.conferenceIdsRefusedUntil(),
                entry.organizersGuessedAt(),
                entry.pinsRefusedUntil(),
                entry.since(),
                entry.at());
    }
}
