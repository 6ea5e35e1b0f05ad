package dev.foyer.eventsourcing.runtime;

/**
 * One aggregate in its owner's memory. Immutable, so that a command which fails half-way leaves nothing behind.
 *
 * @param sequence number of events so far; the next event gets {@code sequence + 1}
 * @param recent the last command ids and what they were answered
 */
record Aggregate<S>(S state, long sequence, RecentCommands recent) {}
