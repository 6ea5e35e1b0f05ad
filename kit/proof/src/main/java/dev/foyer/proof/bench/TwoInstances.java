package dev.foyer.proof.bench;

import dev.foyer.base.CommandMeta;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.instance.Instance;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.InstanceProcess.Place;
import dev.foyer.proof.instance.Proofs;
import dev.foyer.proof.process.Brokers;
import dev.foyer.proof.process.FreePorts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two instances of the kit: one in this JVM, which is asked, and one in a process, which owns half of what is asked. */
final class TwoInstances implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instance here;
    private final InstanceProcess there;

    private final UnaryOperator<CommandMeta> credential;

    private TwoInstances(Instance here, InstanceProcess there, UnaryOperator<CommandMeta> credential) {
        this.here = here;
        this.there = there;
        this.credential = credential;
    }

    /** In clear, and without anything that proves who asks. Returns when both serve their share. */
    static TwoInstances inClear(Home home, Brokers brokers) {
        return start(home, brokers, new ClusterPlan(brokers.bootstrap(), "pair", 6_000, 0, false), meta -> meta);
    }

    /** As our services do it: mutual TLS, a proof for each request, a token for each command. */
    static TwoInstances proved(Home home, Brokers brokers) {
        var plan = new ClusterPlan(brokers.bootstrap(), "proved", 6_000, 0, false, home.root());
        return start(home, brokers, plan, new Proofs(home)::signed);
    }

    private static TwoInstances start(
            Home home, Brokers brokers, ClusterPlan plan, UnaryOperator<CommandMeta> credential) {
        brokers.create(plan.topics((short) 1));
        Instance here = new Instance(plan, "127.0.0.1", FreePorts.one(), Optional.empty());
        InstanceProcess there =
                new InstanceProcess(home, plan, Place.local("second-" + plan.service()), Optional.empty());
        there.start();
        there.awaitReady();
        TwoInstances pair = new TwoInstances(here, there, credential);
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
                here.commands(), Keys.halfIn(here.runtime().partitions().keySet()), credential);
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
