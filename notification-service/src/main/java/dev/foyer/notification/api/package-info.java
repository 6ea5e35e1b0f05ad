/** What the gateway may ask of a mail over HTTP, inside the house. Refusals become problems in one place. */
package dev.foyer.notification.api;
