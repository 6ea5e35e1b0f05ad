/**
 * A real Kafka broker in a process of its own: KRaft, one node, loopback only. It is started through Kafka's own entry
 * points, so it behaves like one from the distribution; the settings are those that were measured for Foyer. It lets
 * nobody in whom it does not know: see {@code ClosedListeners}.
 */
package dev.foyer.local.broker;
