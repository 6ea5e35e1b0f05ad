/** The internal HTTP API for the gateway: what administrators do with held mails. Described at {@code /q/openapi}. Refusals become problems in one place. */
package dev.foyer.notification.api;
