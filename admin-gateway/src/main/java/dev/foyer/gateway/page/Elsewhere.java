package dev.foyer.gateway.page;

/**
 * Where one finds more of a user; each {@code null}: nowhere, or not for this account.
 *
 * @param timeline all that happened
 * @param mail the one with the present PIN, to be delivered by hand
 * @param meeting that of the user's own conference ID
 */
record Elsewhere(String timeline, String mail, String meeting) {}
