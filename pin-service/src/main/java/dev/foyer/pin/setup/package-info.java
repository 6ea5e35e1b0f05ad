/** Wiring: configuration, the aggregates of this service, its vault. The table of contents of pin-service. */
package dev.foyer.pin.setup;
