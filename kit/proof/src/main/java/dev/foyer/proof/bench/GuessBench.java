package dev.foyer.proof.bench;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Ports;
import dev.foyer.local.home.Repository;
import dev.foyer.local.run.LocalFoyer;
import dev.foyer.local.run.Setup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * {@code ./foyer bench guesses}: can a caller tell by time whether a PIN is wrong, or its user locked, disabled or gone
 * (rule B3)? All kinds are tried in random order on one connection, so that whatever else happens meets them alike.
 */
public final class GuessBench {

    private static final int TRIES = 10_000;
    private static final int QUICK_TRIES = 2_000;
    private static final int WARM_UP = 1_000;
    /** Each user takes fewer guesses than lock it. */
    private static final int USERS_OF_A_KIND = 60;
    /** 0 is nothing to tell apart, 0.5 all; what chance makes of 2,500 tries each stays below 0.03. */
    private static final double SEPARABLE = 0.05;

    private final long seed = System.nanoTime();
    private final Map<Organizer, List<Double>> millis = new EnumMap<>(Organizer.class);

    private GuessBench() {}

    /** Measures; takes minutes. */
    public static Report run(Home home, boolean quick) {
        Setup setup = new Setup(Repository.find(), home, Ports.free(), Map.of(), false);
        try (LocalFoyer foyer = LocalFoyer.start(setup, System.out::println)) {
            return new GuessBench().measure(new Guesser(foyer), quick ? QUICK_TRIES : TRIES);
        }
    }

    private Report measure(Guesser guesser, int tries) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        guesser.prepare(USERS_OF_A_KIND);
        List<Organizer> order = shuffled(tries + WARM_UP, random);
        for (int i = 0; i < order.size(); i++) {
            Organizer kind = order.get(i);
            double took = guesser.guess(kind, random.nextInt(USERS_OF_A_KIND), i);
            if (i >= WARM_UP) {
                millis.computeIfAbsent(kind, _ -> new ArrayList<>()).add(took);
            }
        }
        return report();
    }

    private static List<Organizer> shuffled(int count, Random random) {
        List<Organizer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(Organizer.values()[i % Organizer.values().length]);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private Report report() {
        List<Row> rows = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        double[] wrong = sorted(Organizer.ENABLED);
        for (Organizer kind : Organizer.values()) {
            double[] times = sorted(kind);
            rows.add(new Figure("a wrong PIN, organizer " + kind.words() + ", median", times[times.length / 2], "ms"));
            rows.add(new Figure(
                    "a wrong PIN, organizer " + kind.words() + ", p99", times[times.length * 99 / 100], "ms"));
            if (kind != Organizer.ENABLED) {
                targets.add(Target.atMost(
                        "wrong and " + kind.words() + ", how far apart (0 to 0.5)",
                        Math.abs(Separation.of(wrong, times) - 0.5),
                        SEPARABLE));
            }
        }
        rows.forEach(row -> System.out.println(row.line()));
        return new Report(rows, targets);
    }

    private double[] sorted(Organizer kind) {
        double[] times =
                millis.get(kind).stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(times);
        return times;
    }
}
