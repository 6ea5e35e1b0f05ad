/**
 * The public side of Kafka: CloudEvents out and in. {@link dev.foyer.eventsourcing.inbound.TopicReader} hands others'
 * records to a service at least once and in order per key; what cannot be read goes to {@code dead-letters}.
 */
package dev.foyer.eventsourcing.inbound;
