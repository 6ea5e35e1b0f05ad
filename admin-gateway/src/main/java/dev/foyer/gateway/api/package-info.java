/**
 * The public REST API, {@code /api/v1}. Resources take a request apart, ask a service with a
 * {@link dev.foyer.gateway.clients.CommandContext}, wait until the view shows what it did, and answer from the view. Everything
 * that is no success is a problem document.
 */
package dev.foyer.gateway.api;
