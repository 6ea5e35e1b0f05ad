package dev.foyer.proof.chaos;

import dev.foyer.local.Console;
import dev.foyer.local.Pause;
import dev.foyer.local.home.Home;
import dev.foyer.proof.checker.Call.Wish;
import dev.foyer.proof.checker.Checker;
import dev.foyer.proof.checker.Violation;
import dev.foyer.proof.instance.InstanceProcess;
import dev.foyer.proof.instance.InstanceProcess.Place;
import dev.foyer.proof.instance.Plan;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One run: start everything, let callers call, strike, wait, strike again; then stop and check. */
final class Run {

    private static final int BROKER_HEAP_MEGABYTES = 512;
    private static final int SNAPSHOT_EVERY = 1_000;
    private static final int ENOUGH = 200;
    private static final Duration LAST_LOOK = Duration.ofSeconds(10);

    private final Shape shape;
    private final Home home;
    private final Console console;
    private final SplittableRandom random;
    private final History history = new History();
    private final Client client = new Client(history);
    private int faults;

    /**
     * What is attacked.
     *
     * @param seed of the faults and of what callers ask
     * @param session how long a silent owner keeps its partitions
     */
    record Shape(long seed, int instances, int brokers, Duration session) {}

    Run(Shape shape, Home home, Console console) {
        this.shape = shape;
        this.home = home;
        this.console = console;
        this.random = new SplittableRandom(shape.seed());
    }

    /** @param plan the faults, one after the other; asked for the next when everything is as before */
    Outcome strike(Iterator<Fault> plan) {
        return strike(plan, "127.0.0.1", number -> Place.local("instance-" + number));
    }

    /** The same, with every instance at a place of its own in that network. */
    Outcome strike(Iterator<Fault> plan, Network network) {
        return strike(plan, network.brokerHost(), number -> network.place("instance-" + number, number));
    }

    private Outcome strike(Iterator<Fault> plan, String brokerHost, IntFunction<Place> places) {
        console.say("seed " + shape.seed());
        boolean names = random.nextBoolean();
        try (Brokers brokers = Brokers.start(home, BROKER_HEAP_MEGABYTES, brokerHost, shape.brokers())) {
            Plan common = new Plan(brokers.bootstrap(), "proof", shape.session().toMillis(), SNAPSHOT_EVERY, true);
            brokers.create(common.topics((short) shape.brokers()));
            List<InstanceProcess> instances = IntStream.rangeClosed(1, shape.instances())
                    .mapToObj(i -> new InstanceProcess(
                            home, common, places.apply(i), names ? Optional.of("proof-" + i) : Optional.empty()))
                    .toList();
            try {
                instances.forEach(InstanceProcess::start);
                TestCluster world = new TestCluster(common, brokers, instances, new Manners(), client, random);
                strike(world, plan);
                return check(world);
            } finally {
                instances.forEach(InstanceProcess::close);
            }
        }
    }

    private void strike(TestCluster world, Iterator<Fault> plan) {
        world.awaitHealthy();
        try (Traffic traffic = new Traffic(world)) {
            world.sleepMillis(1_000, 2_000);
            while (plan.hasNext()) {
                Fault fault = plan.next();
                console.say(fault.name());
                fault.strike(world);
                world.awaitHealthy();
                faults++;
                world.sleepMillis(1_000, 3_000);
            }
            // On a loaded machine callers get little done meanwhile, and little proves little.
            Pause.untilTrue(TestCluster.PATIENCE, () -> history.acknowledged() > ENOUGH);
        }
        world.awaitHealthy();
    }

    private Outcome check(TestCluster world) {
        readAll(world);
        List<String> snapshots = new ArrayList<>();
        String compared = world.instances().getFirst().verify().orElse("no answer");
        if (compared.split("differing=\\[\\]", -1).length != Plan.PARTITIONS + 1) {
            snapshots.add("Snapshots and journal differ: " + compared);
        }
        List<Violation> violations = Checker.check(
                history.calls(), JournalContents.read(world.brokers().connection(), world.plan()));
        return new Outcome(
                faults, history.acknowledged(), history.calls().size(), history.unanswered(), violations, snapshots);
    }

    /** Every account, as every instance tells it: what is rebuilt must be what the journal says. */
    private void readAll(TestCluster world) {
        try {
            for (InstanceProcess instance : world.instances()) {
                for (String account : Bank.all()) {
                    client.ask(instance, Client.ANY, account, "last-look", new Wish.Read(), LAST_LOOK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
