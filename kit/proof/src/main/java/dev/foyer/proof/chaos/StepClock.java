package dev.foyer.proof.chaos;

import dev.foyer.proof.instance.InstanceProcess;
import java.time.Duration;

/** An owner's clock is half an hour ahead or behind for a while, and is set right again; now and then by a new start. */
record StepClock() implements Fault {

    /** A broker refuses what is an hour ahead of its own clock. */
    private static final Duration STEP = Duration.ofMinutes(30);

    @Override
    public String name() {
        return "an owner's clock is off by half an hour, and set right again";
    }

    @Override
    public void inject(TestCluster cluster) {
        InstanceProcess owner = cluster.owner();
        owner.setClock(cluster.random().nextBoolean() ? STEP : STEP.negated());
        cluster.sleepMillis(1_000, 4_000);
        if (cluster.random().nextBoolean()) {
            owner.process().kill();
            owner.start();
        } else {
            owner.setClock(Duration.ZERO);
        }
    }
}
