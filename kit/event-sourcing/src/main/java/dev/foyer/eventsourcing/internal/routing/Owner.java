package dev.foyer.eventsourcing.internal.routing;

/**
 * A member of the group.
 *
 * @param url where its door is, without the path
 * @param memberId new at each start: an owner that was restarted in its place is another one
 */
record Owner(String url, String memberId) {}
