/**
 * What this service reads of topics: its own tenants' settings and notification-service's public keys into memory, and
 * what the tenants' systems say about users and licences. {@code Directory} is the way in for the latter; each
 * {@code When...Then...} is one sentence of it.
 */
package dev.foyer.pin.inbound;
