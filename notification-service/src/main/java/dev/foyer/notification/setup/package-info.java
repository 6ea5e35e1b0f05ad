/** Puts the service together: configuration, the mailbox as the kit knows it and its surroundings. The worker and its parts are built in {@code mail}. */
package dev.foyer.notification.setup;
