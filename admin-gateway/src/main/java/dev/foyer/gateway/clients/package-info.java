/**
 * Calls to pin-service, notification-service and meeting-service. One REST client interface per service says its routes
 * and bodies; {@link dev.foyer.gateway.clients.RemoteService} knows how a call is made: the same command id on each try,
 * tries within a deadline, problems passed through, a service that is away as a 503 of ours, at once when that is known.
 */
package dev.foyer.gateway.clients;
