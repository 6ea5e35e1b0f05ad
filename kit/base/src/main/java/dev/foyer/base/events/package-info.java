/** Public records in their CloudEvents envelope, written and read. Knows Kafka's record types, not its clients. */
package dev.foyer.base.events;
