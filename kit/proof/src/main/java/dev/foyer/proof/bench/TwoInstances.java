package dev.foyer.proof.bench;

import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.instance.Instance;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.InstanceProcess.Place;
import dev.foyer.proof.process.Brokers;
import dev.foyer.proof.process.FreePorts;
import java.time.Duration;
import java.util.Optional;

/** Two instances of the kit: one in this JVM, which is asked, and one in a process, which owns half of what is asked. */
final class TwoInstances implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instance here;
    private final InstanceProcess there;

    private TwoInstances(Instance here, InstanceProcess there) {
        this.here = here;
        this.there = there;
    }

    /** Returns when both serve their share. */
    static TwoInstances start(Home home, Brokers brokers) {
        ClusterPlan plan = new ClusterPlan(brokers.bootstrap(), "pair", 6_000, 0, false);
        brokers.create(plan.topics((short) 1));
        Instance here = new Instance(plan, "127.0.0.1", FreePorts.one(), Optional.empty());
        InstanceProcess there = new InstanceProcess(home, plan, Place.local("second"), Optional.empty());
        there.start();
        there.awaitReady();
        TwoInstances pair = new TwoInstances(here, there);
        if (!Pause.untilTrue(PATIENCE, pair::shared)) {
            pair.close();
            throw new IllegalStateException("Two instances do not share the partitions after " + PATIENCE);
        }
        return pair;
    }

    private boolean shared() {
        int own = here.runtime().partitions().size();
        return here.runtime().ready() && own > 0 && own < ClusterPlan.PARTITIONS && there.servesAnything();
    }

    SystemUnderTest halfForwarded() {
        return new KitUnderTest(
                here.commands(), Keys.halfIn(here.runtime().partitions().keySet()));
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
