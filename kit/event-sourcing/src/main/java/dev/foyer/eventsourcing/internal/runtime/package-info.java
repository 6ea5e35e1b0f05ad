/**
 * Ownership, group commit and recovery, on nothing but what Kafka gives: a consumer group says who owns a partition, a
 * transactional producer per partition fences whoever owned it before, the journal is replayed on assignment. From a request
 * to its answer: {@link dev.foyer.eventsourcing.internal.runtime.AggregateRuntime} finds the partition's owner, {@link
 * dev.foyer.eventsourcing.internal.runtime.PartitionOwner} is its thread, {@link
 * dev.foyer.eventsourcing.internal.runtime.PartitionWriter} makes one transaction of what waits, and {@link
 * dev.foyer.eventsourcing.internal.runtime.CommandBatch} decides what is in it. {@code docs/design} says how it is.
 */
package dev.foyer.eventsourcing.internal.runtime;
