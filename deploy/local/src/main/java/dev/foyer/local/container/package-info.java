/** What {@code ./foyer up} is beside the services, as containers: the keys that all need, the broker with what it must know, the SMTP sink. */
package dev.foyer.local.container;
