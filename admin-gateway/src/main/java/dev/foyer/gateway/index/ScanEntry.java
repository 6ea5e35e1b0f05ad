package dev.foyer.gateway.index;

import java.time.Instant;

/**
 * A source of calls that somebody seems to guess from (rule G2).
 *
 * @param version of the last event that changed it
 * @param kind {@code NUMBER}, {@code WITHHELD} or {@code ACCOUNT}
 * @param account of the bridge, of the last miss
 * @param caller the whole number of the last miss, or {@code null}
 * @param unknownConferenceIds dialled there since it was cleared
 * @param conferenceIdsRefusedUntil {@code null}: they are looked up; those of calls without a number always are
 * @param organizersGuessedAt different ones, since it was cleared
 * @param pinsRefusedUntil {@code null}: they are compared; those of calls without a number always are
 * @param since it is suspected
 * @param at of the last miss that made it wait
 */
public record ScanEntry(
        String tenant,
        String source,
        long version,
        String kind,
        String account,
        String caller,
        int unknownConferenceIds,
        Instant conferenceIdsRefusedUntil,
        int organizersGuessedAt,
        Instant pinsRefusedUntil,
        Instant since,
        Instant at)
        implements Entry {

    @Override
    public String key() {
        return source;
    }
}
