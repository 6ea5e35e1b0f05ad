package dev.foyer.proof.bench;

import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.local.home.Home;
import dev.foyer.proof.bench.ClosedLoop.Sample;
import dev.foyer.proof.domain.Accounts;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** Latency and throughput: bare clients and the kit, alone and handing over to a second instance, each at every load, in turn, round by round. */
final class Load {

    static final String PRODUCE = "bare produce";
    static final String ROUND_TRIP = "bare round trip";
    static final String TRANSACTION = "bare transaction, read committed";
    static final String KIT = "kit";
    static final String TWO = "kit, two instances, half routed";
    static final String PROVED = "the same, mutual TLS and tokens";
    static final String HEAD =
            String.format("%-34s %6s %9s %9s %9s %11s", "", "flying", "p50 ms", "p90 ms", "p99 ms", "per second");

    private static final List<Integer> LEVELS = List.of(1, 16, 64, 256, 1024);
    private static final List<Integer> WARM_UP = List.of(64, 1024, 1);
    /** A second instance is a process that nothing else here warms: code that is not compiled yet would be all of its figures. */
    private static final int LONGER = 8;

    private final Home home;
    private final Brokers brokers;
    private final Pace pace;

    /** How much time everything gets. */
    record Pace(int rounds, Duration sample, Duration warmUp) {}

    Load(Home home, Brokers brokers, Pace pace) {
        this.home = home;
        this.brokers = brokers;
        this.pace = pace;
    }

    List<LoadRow> measure() {
        ClusterPlan alone = new ClusterPlan(brokers.bootstrap(), "alone", 6_000, 0, false);
        brokers.create(alone.topics((short) 1));
        brokers.create(List.of(
                new NewTopic("bench.produce", ClusterPlan.PARTITIONS, (short) 1),
                new NewTopic("bench.roundtrip", ClusterPlan.PARTITIONS, (short) 1),
                new NewTopic("bench.transaction", ClusterPlan.PARTITIONS, (short) 1)));
        try (BareProduce produce = new BareProduce(brokers.connection(), "bench.produce");
                BareRoundTrip roundTrip =
                        new BareRoundTrip(brokers.connection(), "bench.roundtrip", ClusterPlan.PARTITIONS);
                BareTransaction transaction =
                        new BareTransaction(brokers.connection(), "bench.transaction", ClusterPlan.PARTITIONS);
                AggregateRuntime runtime = new AggregateRuntime(
                        alone.settings("http://127.0.0.1:0", Optional.empty()), List.of(Accounts.TYPE));
                TwoInstances pair = TwoInstances.inClear(home, brokers);
                TwoInstances proved = TwoInstances.proved(home, brokers)) {
            RuntimeReadiness.awaitAll(runtime);
            Map<String, SystemUnderTest> systems = new LinkedHashMap<>();
            systems.put(PRODUCE, produce);
            systems.put(ROUND_TRIP, roundTrip);
            systems.put(TRANSACTION, transaction);
            systems.put(KIT, new KitUnderTest(runtime, Keys.all()));
            systems.put(TWO, pair.halfForwarded());
            systems.put(PROVED, proved.halfForwarded());
            for (String ofTwoProcesses : List.of(TWO, PROVED)) {
                ClosedLoop.run(systems.get(ofTwoProcesses), 1024, pace.warmUp().multipliedBy(LONGER));
            }
            for (int level : WARM_UP) {
                systems.values().forEach(system -> ClosedLoop.run(system, level, pace.warmUp()));
            }
            return rounds(systems);
        }
    }

    private List<LoadRow> rounds(Map<String, SystemUnderTest> systems) {
        Map<String, Map<Integer, List<Sample>>> samples = new LinkedHashMap<>();
        for (int round = 0; round < pace.rounds(); round++) {
            for (int level : LEVELS) {
                systems.forEach((what, system) -> samples.computeIfAbsent(what, none -> new LinkedHashMap<>())
                        .computeIfAbsent(level, none -> new ArrayList<>())
                        .add(ClosedLoop.run(system, level, pace.sample())));
            }
        }
        List<LoadRow> rows = new ArrayList<>();
        samples.forEach(
                (what, levels) -> levels.forEach((level, rounds) -> rows.add(LoadRow.median(what, level, rounds))));
        return rows;
    }
}
