package dev.foyer.eventsourcing.internal.routing;

/**
 * The member of the group that owns a partition.
 *
 * @param url under which other instances reach it, without the path
 * @param memberId new at each start: an owner that was restarted in its place is another one
 */
record Owner(String url, String memberId) {}
