/**
 * Calls to pin-service, notification-service and meeting-service. One {@link dev.foyer.gateway.clients.ServiceClient}
 * knows how: the same command id on each try, tries within a deadline, problems passed through, a service that is away
 * as a 503 of ours.
 */
package dev.foyer.gateway.clients;
