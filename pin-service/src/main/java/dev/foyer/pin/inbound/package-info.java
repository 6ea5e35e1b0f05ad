/** What this service reads of topics: its own tenants' settings and notification-service's public keys, into memory. */
package dev.foyer.pin.inbound;
