package dev.foyer.eventsourcing.internal.runtime;

import java.util.function.BooleanSupplier;

/** This instance's claim to one partition, as the group sees it. Thread-safe. */
record PartitionClaim(GroupMembership membership, int partition) {

    /** Whether no other instance can have been given the partition yet. Does not block. */
    boolean lease() {
        return membership.lease();
    }

    /**
     * Asks the group's coordinator, for real, whether this instance still holds the partition; called after a fence, so
     * that a zombie does not fence the rightful owner back. Blocks until the answer or {@code giveUp}.
     */
    boolean confirm(BooleanSupplier giveUp) {
        return membership.confirm(partition, giveUp);
    }
}
