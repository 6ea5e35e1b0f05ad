/**
 * Others' records, on their way to our commands. {@link dev.foyer.eventsourcing.inbound.ChannelReader} takes what the
 * consumer of a channel polls, at least once and in order per key; {@link
 * dev.foyer.eventsourcing.inbound.HandledPositions} say how far it may commit; what cannot be used goes to the dead-letter
 * topic. {@link dev.foyer.eventsourcing.inbound.TableReader} reads small compacted topics whole. See {@code
 * docs/design/inbound.md}.
 */
package dev.foyer.eventsourcing.inbound;
