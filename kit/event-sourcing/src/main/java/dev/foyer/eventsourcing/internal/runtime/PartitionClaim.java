package dev.foyer.eventsourcing.internal.runtime;

import java.util.function.BooleanSupplier;

/** What the group says about our right to a partition. */
interface PartitionClaim {

    /** Whether nobody else can have been given the partition yet. Does not block. */
    boolean lease();

    /**
     * Asks the group's coordinator, for real, whether this instance still holds the partition; called after a fence, so
     * that a zombie does not fence the rightful owner back. Blocks until the answer or {@code giveUp}.
     */
    boolean confirm(BooleanSupplier giveUp);
}
