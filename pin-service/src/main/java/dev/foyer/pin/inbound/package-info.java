/**
 * What this service reads of topics: its own tenants' settings and notification-service's public keys into memory, and
 * what the tenants' systems say about users and licences. {@code DirectoryReactions} has a
 * {@code When<Event>Then<Command>} for each type of the latter.
 */
package dev.foyer.pin.inbound;
