package dev.foyer.gateway.page;

import dev.foyer.gateway.index.ResultPage;
import dev.foyer.gateway.index.UserEntry;

/**
 * What was found.
 *
 * @param q as it was typed, never {@code null}
 * @param state the filter, or empty
 */
record UserList(ResultPage<UserEntry> users, String q, String state) {}
