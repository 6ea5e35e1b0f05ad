/**
 * The roof, which alone knows everybody: configuration, the aggregates as the kit knows them, what the service consists
 * of, keys and their health. The worker and its parts are built in {@code mail}.
 */
package dev.foyer.notification.setup;
