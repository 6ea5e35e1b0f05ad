package dev.foyer.gateway.streams;

/**
 * What is told, and where it lies. Immutable.
 *
 * @param place of its partition
 * @param positions behind it
 */
record StreamEvent(Said said, int place, long offset, Positions positions) {}
