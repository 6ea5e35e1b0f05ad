/**
 * The public REST API, {@code /api/v1}. Resources take a request apart, ask a service with a
 * {@link dev.foyer.gateway.clients.CommandContext}, wait until the read model shows what it did, and answer from there. Everything
 * that is no success is a problem document.
 */
package dev.foyer.gateway.api;
