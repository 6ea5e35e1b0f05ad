package dev.foyer.pin.domain.user;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conference IDs that may stand in the register for a user who does not use them: wanted ones, until they are used or
 * given up, and former ones, until they are given back. The user's own journal remembers them, so that no crash between
 * the user and the register leaks an ID (rule C2). Immutable.
 *
 * @param byId the ID to where it is on its way
 */
public record UnsettledIds(Map<String, Unsettled> byId) {

    public static final UnsettledIds NONE = new UnsettledIds(Map.of());

    /**
     * @param returningSince {@code null} while it is wanted; it names the one return that is meant
     * @param due when to give it up, or to try again to give it back
     */
    public record Unsettled(Instant returningSince, Instant due) {}

    boolean isWanted(String conferenceId) {
        Unsettled unsettled = byId.get(conferenceId);
        return unsettled != null && unsettled.returningSince() == null;
    }

    boolean isReturning(String conferenceId) {
        Unsettled unsettled = byId.get(conferenceId);
        return unsettled != null && unsettled.returningSince() != null;
    }

    public UnsettledIds wanted(String conferenceId, Instant until) {
        return with(conferenceId, new Unsettled(null, until));
    }

    /** @param since {@code null} in journals before 0.2, where whoever disabled the user gave the ID back */
    public UnsettledIds returning(String conferenceId, Instant since, Instant due) {
        if (since == null) {
            return without(conferenceId);
        }
        return with(
                conferenceId,
                new Unsettled(isReturning(conferenceId) ? byId.get(conferenceId).returningSince() : since, due));
    }

    /** @param until of the one time of wanting it that is meant */
    boolean isWantedUntil(String conferenceId, Instant until) {
        return isWanted(conferenceId) && byId.get(conferenceId).due().equals(until);
    }

    UnsettledIds without(String conferenceId) {
        if (!byId.containsKey(conferenceId)) {
            return this;
        }
        Map<String, Unsettled> fewer = new LinkedHashMap<>(byId);
        fewer.remove(conferenceId);
        return new UnsettledIds(fewer);
    }

    Optional<Instant> nextDue() {
        return byId.values().stream().map(Unsettled::due).min(Instant::compareTo);
    }

    private UnsettledIds with(String conferenceId, Unsettled unsettled) {
        Map<String, Unsettled> more = new LinkedHashMap<>(byId);
        more.put(conferenceId, unsettled);
        return new UnsettledIds(more);
    }
}
