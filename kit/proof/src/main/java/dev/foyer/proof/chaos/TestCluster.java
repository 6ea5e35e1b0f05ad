package dev.foyer.proof.chaos;

import dev.foyer.local.Pause;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What faults are done to.
 *
 * @param random from the run's seed; used by one thread
 */
record TestCluster(
        ClusterPlan plan,
        Brokers brokers,
        List<InstanceProcess> instances,
        CallerPolicy callers,
        RecordingClient client,
        SplittableRandom random) {

    /** Longer than a loaded machine needs to start everything again. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Some partition's owner; any instance while nobody says that it is one. */
    InstanceProcess owner() {
        int partition = random.nextInt(ClusterPlan.PARTITIONS);
        return instances.stream()
                .filter(instance -> instance.serves(partition))
                .findFirst()
                .orElseGet(() -> instances.get(random.nextInt(instances.size())));
    }

    Duration session() {
        return Duration.ofMillis(plan.sessionMillis());
    }

    /** Returns when every instance is ready and every partition served. */
    void awaitHealthy() {
        if (!Pause.untilTrue(PATIENCE, this::healthy)) {
            InstanceProcess ill = instances.stream()
                    .filter(instance -> !instance.ready())
                    .findFirst()
                    .orElse(instances.getFirst());
            throw new IllegalStateException("Not everything is served " + PATIENCE + " after a fault; " + ill.name()
                    + " says:\n" + ill.process().lastLines(40));
        }
    }

    private boolean healthy() {
        return instances.stream().allMatch(InstanceProcess::ready) && served(instance -> true);
    }

    /** Whether these instances serve every partition. */
    boolean served(Predicate<InstanceProcess> by) {
        return IntStream.range(0, ClusterPlan.PARTITIONS)
                .allMatch(partition -> instances.stream().filter(by).anyMatch(instance -> instance.serves(partition)));
    }

    void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Between these two, by chance. */
    void sleepMillis(int from, int to) {
        sleep(Duration.ofMillis(random.nextInt(from, to)));
    }
}
