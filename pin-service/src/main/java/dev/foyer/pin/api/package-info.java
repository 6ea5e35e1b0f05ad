/**
 * The internal REST API that the gateway calls: {@code /internal/v1/tenants/{tenant}}. A resource turns a body into a
 * command; {@link dev.foyer.pin.api.Refusals} is the one place where a refusal becomes a problem.
 */
package dev.foyer.pin.api;
