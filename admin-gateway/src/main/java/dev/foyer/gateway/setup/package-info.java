/** Configuration, accounts, health and metrics of the gateway, and the wiring of its parts. */
package dev.foyer.gateway.setup;
