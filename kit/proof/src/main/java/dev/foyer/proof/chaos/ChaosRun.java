package dev.foyer.proof.chaos;

import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.checker.Call.Operation;
import dev.foyer.proof.checker.Checker;
import dev.foyer.proof.checker.Violation;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.InstanceProcess.Place;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One run: start everything, let callers call, inject a fault, wait, inject the next; then stop and check. */
final class ChaosRun {

    private static final int BROKER_HEAP_MEGABYTES = 512;
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int ENOUGH_ACKNOWLEDGED = 200;
    private static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private final ClusterSpec spec;
    private final Home home;
    private final Console console;
    private final SplittableRandom random;
    private final History history = new History();
    private final RecordingClient client = new RecordingClient(history);
    private int faults;

    /**
     * What is attacked.
     *
     * @param seed of the faults and of what callers ask
     * @param session how long a silent owner keeps its partitions
     */
    record ClusterSpec(long seed, int instances, int brokers, Duration session) {}

    ChaosRun(ClusterSpec spec, Home home, Console console) {
        this.spec = spec;
        this.home = home;
        this.console = console;
        this.random = new SplittableRandom(spec.seed());
    }

    /** @param plan the faults, one after the other; asked for the next when everything is as before */
    ChaosResult run(Iterator<Fault> plan) {
        return run(plan, "127.0.0.1", number -> Place.local("instance-" + number));
    }

    /** The same, with every instance at a place of its own in that network. */
    ChaosResult run(Iterator<Fault> plan, Network network) {
        return run(plan, network.brokerHost(), number -> network.place("instance-" + number, number));
    }

    private ChaosResult run(Iterator<Fault> plan, String brokerHost, IntFunction<Place> places) {
        console.say("seed " + spec.seed());
        boolean names = random.nextBoolean();
        try (Brokers brokers = Brokers.start(home, BROKER_HEAP_MEGABYTES, brokerHost, spec.brokers())) {
            ClusterPlan common =
                    new ClusterPlan(brokers.bootstrap(), "proof", spec.session().toMillis(), SNAPSHOT_EVERY, true);
            brokers.create(common.topics((short) spec.brokers()));
            List<InstanceProcess> instances = IntStream.rangeClosed(1, spec.instances())
                    .mapToObj(i -> new InstanceProcess(
                            home, common, places.apply(i), names ? Optional.of("proof-" + i) : Optional.empty()))
                    .toList();
            try {
                instances.forEach(InstanceProcess::start);
                TestCluster cluster = new TestCluster(common, brokers, instances, new CallerPolicy(), client, random);
                injectAll(cluster, plan);
                return check(cluster);
            } finally {
                instances.forEach(InstanceProcess::close);
            }
        }
    }

    private void injectAll(TestCluster cluster, Iterator<Fault> plan) {
        cluster.awaitHealthy();
        try (Traffic traffic = new Traffic(cluster)) {
            cluster.sleepMillis(1_000, 2_000);
            while (plan.hasNext()) {
                Fault fault = plan.next();
                console.say(fault.name());
                fault.inject(cluster);
                cluster.awaitHealthy();
                faults++;
                cluster.sleepMillis(1_000, 3_000);
            }
            // On a loaded machine callers get little done meanwhile, and little proves little.
            Pause.untilTrue(TestCluster.PATIENCE, () -> history.acknowledged() > ENOUGH_ACKNOWLEDGED);
        }
        cluster.awaitHealthy();
    }

    private ChaosResult check(TestCluster cluster) {
        readAll(cluster);
        List<String> snapshots = new ArrayList<>();
        String compared = cluster.instances().getFirst().verify().orElse("no answer");
        if (compared.split("differing=\\[\\]", -1).length != ClusterPlan.PARTITIONS + 1) {
            snapshots.add("Snapshots and journal differ: " + compared);
        }
        List<Violation> violations = Checker.check(
                history.calls(), JournalContents.read(cluster.brokers().connection(), cluster.plan()));
        return new ChaosResult(
                faults, history.acknowledged(), history.calls().size(), history.unanswered(), violations, snapshots);
    }

    /** Every account, as every instance tells it: what is rebuilt must be what the journal says. */
    private void readAll(TestCluster cluster) {
        try {
            for (InstanceProcess instance : cluster.instances()) {
                for (String account : AccountNames.all()) {
                    client.ask(instance, RecordingClient.ANY, account, "last-look", new Operation.Read(), LAST_LOOK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
