package dev.foyer.gateway.page;

import dev.foyer.gateway.index.ResultPage;

/**
 * All that happened to a user.
 *
 * @param name what they are called now, or their id
 * @param past how they stood at a moment, or {@code null}
 */
record Timeline(String userId, String name, ResultPage<EventRow> events, boolean older, Past past) {

    /** @param user {@code null}: there was none then */
    record Past(EventRow event, dev.foyer.gateway.index.UserEntry user) {}
}
