/**
 * Ownership, group commit and recovery, on nothing but what Kafka gives: a consumer group says who owns a partition, a
 * transactional producer per partition fences whoever owned it before, the journal is replayed on assignment.
 *
 * <p>Start reading at {@link dev.foyer.eventsourcing.internal.runtime.PartitionOwner}: one thread, one partition, one loop.
 */
package dev.foyer.eventsourcing.internal.runtime;
