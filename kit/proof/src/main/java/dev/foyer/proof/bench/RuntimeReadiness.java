package dev.foyer.proof.bench;

import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.local.Pause;
import dev.foyer.proof.instance.ClusterPlan;
import java.time.Duration;

/** Waiting for instances in this JVM. */
final class RuntimeReadiness {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private RuntimeReadiness() {}

    /** Returns when it serves so many partitions. */
    static void await(AggregateRuntime runtime, int partitions) {
        if (!Pause.untilTrue(
                PATIENCE, () -> runtime.ready() && runtime.partitions().size() == partitions)) {
            throw new IllegalStateException("It serves " + runtime.partitions() + " after " + PATIENCE);
        }
    }

    /** Returns when it serves everything. */
    static void awaitAll(AggregateRuntime runtime) {
        await(runtime, ClusterPlan.PARTITIONS);
    }
}
