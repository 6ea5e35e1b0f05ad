package dev.foyer.gateway.index;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Work on many users at once, as its events tell of it; what became of each user stands in the history.
 *
 * @param version of the last event that changed it
 * @param action {@code ENABLE}, {@code RESET_PIN} or {@code REISSUE_SHORT_PINS}
 * @param createdBy the account that asked
 * @param perSecond so many users in each second, at most
 * @param users how many there are
 * @param reasons why users were not done, with how many of them
 * @param awaiting why nobody of those whose turn it is is decided; {@code null}: it goes on, or does not run
 * @param finishedAt {@code null}: it is not
 */
public record CampaignEntry(
        String tenant,
        String id,
        long version,
        String action,
        State state,
        String createdBy,
        Instant createdAt,
        int perSecond,
        int users,
        int done,
        int unchanged,
        int failed,
        int left,
        Map<String, Integer> reasons,
        String awaiting,
        Instant changedAt,
        Instant finishedAt)
        implements Entry {

    /** The names are stored. */
    public enum State {
        RUNNING,
        STOPPED,
        FINISHED
    }

    public CampaignEntry {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public Instant at() {
        return createdAt;
    }
}
