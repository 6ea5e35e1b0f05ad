/** What this service reads of topics: for now its own tenants' settings, into memory. */
package dev.foyer.pin.inbound;
