package dev.foyer.proof.bench;

import dev.foyer.local.home.Home;
import dev.foyer.proof.bench.Load.Pace;
import dev.foyer.proof.process.Brokers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code ./foyer bench core}: everything about the kit, in one run on one broker. */
public final class CoreBench {

    private static final int BROKER_HEAP_MEGABYTES = 1024;

    private final Home home;
    private final Scale scale;
    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /**
     * How much is measured.
     *
     * @param people how many are recovered; the last number is the one that counts
     * @param accounts in the journal of a takeover
     * @param deaths of owners, with and without a standby
     */
    private record Scale(Pace pace, List<Integer> people, int recoveries, int accounts, int deaths) {}

    private static final Scale QUICK =
            new Scale(new Pace(3, Duration.ofMillis(400), Duration.ofMillis(800)), List.of(100_000), 1, 20_000, 1);
    private static final Scale FULL = new Scale(
            new Pace(5, Duration.ofMillis(1_500), Duration.ofSeconds(2)), List.of(100_000, 1_000_000), 3, 100_000, 3);

    private CoreBench(Home home, boolean quick) {
        this.home = home;
        this.scale = quick ? QUICK : FULL;
    }

    /** Measures; takes minutes. */
    public static Report run(Home home, boolean quick) {
        CoreBench bench = new CoreBench(home, quick);
        try (Brokers brokers = Brokers.one(home, BROKER_HEAP_MEGABYTES)) {
            bench.load(brokers);
            bench.takeover(brokers, false, 1.0);
            bench.takeover(brokers, true, 0.2);
            bench.recovery(brokers);
        }
        return new Report(bench.rows, bench.targets);
    }

    private void load(Brokers brokers) {
        System.out.println(Load.HEAD);
        List<LoadRow> load = new Load(home, brokers, scale.pace()).measure();
        load.forEach(this::tell);
        LoadTargets.forComparison(load).forEach(this::tell);
        LoadTargets.costOfProofs(load).forEach(this::tell);
        targets.addAll(LoadTargets.of(load));
    }

    private void takeover(Brokers brokers, boolean standby, double beyondSession) {
        double seconds = Takeover.measure(home, brokers, standby, scale.accounts(), scale.deaths());
        String how = standby ? "with a standby" : "without standby";
        tell(new Figure("takeover after kill -9 " + how, seconds, "s"));
        double session = Takeover.SESSION.toMillis() / 1e3;
        targets.add(Target.atMost(
                "takeover after kill -9 " + how + ", s beyond the session timeout", seconds - session, beyondSession));
    }

    private void recovery(Brokers brokers) {
        for (int people : scale.people()) {
            Recovery recovery = new Recovery(brokers, people, scale.recoveries());
            Recovery.Times times = recovery.measure();
            recovery.rows().forEach(this::tell);
            if (people == scale.people().getLast()) {
                targets.add(Target.atMost(
                        "recovery from the journal, x a bare read of it", times.journal() / times.bareJournal(), 4));
                targets.add(Target.atMost(
                        "recovery from snapshots, x a bare read of them",
                        times.snapshots() / times.bareSnapshots(),
                        2));
            }
        }
    }

    private void tell(Row row) {
        rows.add(row);
        System.out.println(row.line());
    }
}
