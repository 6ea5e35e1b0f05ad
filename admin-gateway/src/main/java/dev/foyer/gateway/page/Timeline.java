package dev.foyer.gateway.page;

import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserEntry;

/**
 * All that happened to a user.
 *
 * @param name what they are called now, or their id
 * @param cursor where this part begins; {@code null}: at the beginning
 * @param past how they stood at a moment, or {@code null}
 */
record Timeline(String userId, String name, ResultPage<EventRow> events, String cursor, Past past) {

    /** @param user {@code null}: there was none then */
    record Past(EventRow event, UserEntry user) {}

    public boolean older() {
        return cursor != null;
    }

    /** From its beginning. */
    public String start() {
        return Section.AUDIT.path() + "/users/" + Urls.inUrl(userId);
    }

    /** This part of it. */
    public String here() {
        return at(cursor);
    }

    /** Another part of it. */
    public String at(String other) {
        return other == null ? start() : start() + "?cursor=" + Urls.inUrl(other);
    }

    /** As of an event, with this part beside it. */
    public String then(EventRow row) {
        return here() + (older() ? "&" : "?") + "asOf=" + Urls.inUrl(row.event().id());
    }
}
