package dev.foyer.proof.bench;

import dev.foyer.base.Actor;
import dev.foyer.base.CommandMeta;
import dev.foyer.eventsourcing.internal.runtime.AggregateRuntime;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings;
import dev.foyer.eventsourcing.internal.runtime.RuntimeSettings.Snapshots;
import dev.foyer.local.Pause;
import dev.foyer.proof.domain.People;
import dev.foyer.proof.domain.People.Command.Enroll;
import dev.foyer.proof.domain.People.Person;
import dev.foyer.proof.instance.ClusterPlan;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** So many people, recovered from the journal, from snapshots and from a warm standby, beside a bare read of the same. */
final class Recovery {

    private static final Actor CALLER = Actor.service("bench");
    private static final int IN_FLIGHT = 2_048;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE_BETWEEN_COLLECTIONS = Duration.ofSeconds(1);
    private static final long SESSION_MILLIS = 6_000;

    private final Brokers brokers;
    private final int people;
    private final int rounds;
    private final ClusterPlan plan;
    private final List<Row> rows = new ArrayList<>();

    Recovery(Brokers brokers, int people, int rounds) {
        this.brokers = brokers;
        this.people = people;
        this.rounds = rounds;
        this.plan = new ClusterPlan(brokers.bootstrap(), "people" + people, SESSION_MILLIS, 0, false);
    }

    /**
     * What was measured, in milliseconds.
     *
     * @param bareJournal a bare read of the journal
     * @param bareSnapshots a bare read of the snapshots
     */
    record Times(double bareJournal, double journal, double bareSnapshots, double snapshots, double standby) {}

    List<Row> rows() {
        return rows;
    }

    Times measure() {
        long empty = usedAfterCollection();
        brokers.create(plan.topics((short) 1));
        fill();
        double[] bare = new double[rounds];
        double[] journal = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bare[round] = bareRead(plan.journal());
            journal[round] = recover(Optional.empty());
        }
        heap(empty);
        takeSnapshots();
        double[] bareSnapshots = new double[rounds];
        double[] snapshots = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bareSnapshots[round] = bareRead(plan.snapshots());
            snapshots[round] = recover(Optional.of(Snapshots.in(plan.snapshots())));
        }
        return new Times(
                row("bare read of the journal", Medians.of(bare)),
                row("recovery from the journal", Medians.of(journal)),
                row("bare read of the snapshots", Medians.of(bareSnapshots)),
                row("recovery from snapshots", Medians.of(snapshots)),
                row("recovery from a warm standby", standby()));
    }

    private double row(String what, double millis) {
        rows.add(new Figure(what + ", " + people + " people", millis, "ms"));
        return millis;
    }

    private AggregateRuntime start(Optional<Snapshots> snapshots, boolean standby, Recoveries recoveries) {
        RuntimeSettings settings = plan.settings("http://127.0.0.1:0", Optional.empty())
                .withRecovery(snapshots, standby)
                .withMetrics(recoveries.registry());
        return new AggregateRuntime(settings, List.of(People.TYPE));
    }

    private void fill() {
        Semaphore free = new Semaphore(IN_FLIGHT);
        CommandIds ids = new CommandIds();
        try (AggregateRuntime runtime = start(Optional.empty(), false, new Recoveries())) {
            RuntimeReadiness.awaitAll(runtime);
            for (int i = 0; i < people; i++) {
                free.acquire();
                String id = ids.next();
                runtime.submit(
                                People.TYPE,
                                "contoso.example/u-" + i,
                                new Enroll(Person.number(i)),
                                new CommandMeta(id, id, CALLER))
                        .whenComplete((reply, failure) -> free.release());
            }
            free.acquire(IN_FLIGHT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private double bareRead(String topic) {
        collectGarbage();
        return BareRead.millis(brokers.connection(), topic, ClusterPlan.PARTITIONS);
    }

    private double recover(Optional<Snapshots> snapshots) {
        collectGarbage();
        Recoveries recoveries = new Recoveries();
        try (AggregateRuntime runtime = start(snapshots, false, recoveries)) {
            RuntimeReadiness.awaitAll(runtime);
            return recoveries.slowestMillis();
        }
    }

    private void heap(long empty) {
        try (AggregateRuntime runtime = start(Optional.empty(), false, new Recoveries())) {
            RuntimeReadiness.awaitAll(runtime);
            double bytes = usedAfterCollection() - empty;
            rows.add(new Figure("heap per million, from " + people + " people", bytes / people, "MB"));
        }
    }

    /** A process that recovers has no dead predecessor's gigabyte to collect; this one has, from the round before. */
    private static void collectGarbage() {
        System.gc();
    }

    /** Twice, with a pause for threads of an earlier runtime that still hold what it had. */
    private static long usedAfterCollection() {
        System.gc();
        pause(PAUSE_BETWEEN_COLLECTIONS);
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void takeSnapshots() {
        Recoveries recoveries = new Recoveries();
        Snapshots soon = new Snapshots(plan.snapshots(), Integer.MAX_VALUE, Duration.ofMillis(1));
        try (AggregateRuntime runtime = start(Optional.of(soon), false, recoveries)) {
            RuntimeReadiness.awaitAll(runtime);
            if (!Pause.untilTrue(PATIENCE, () -> recoveries.snapshotsComplete(ClusterPlan.PARTITIONS))) {
                throw new IllegalStateException("There are no complete snapshots after " + PATIENCE);
            }
        }
    }

    /** The one that owns all leaves; the other one is its warm standby. */
    private double standby() {
        Optional<Snapshots> snapshots = Optional.of(Snapshots.in(plan.snapshots()));
        Recoveries recoveries = new Recoveries();
        try (AggregateRuntime owner = start(snapshots, true, new Recoveries())) {
            RuntimeReadiness.awaitAll(owner);
            try (AggregateRuntime warm = start(snapshots, true, recoveries)) {
                Pause.untilTrue(PATIENCE, () -> !warm.partitions().isEmpty() && warm.ready());
                // Nobody outside can see how far a standby is; this is twice what it may need.
                pause(Duration.ofMillis(1_000 + people / 100));
                recoveries.mark();
                owner.close();
                RuntimeReadiness.awaitAll(warm);
                return recoveries.slowestSinceMark();
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
