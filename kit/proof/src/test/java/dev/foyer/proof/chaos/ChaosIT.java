package dev.foyer.proof.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.proof.chaos.Run.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosIT {

    private static final Duration SESSION = Duration.ofMillis(1_500);

    @TempDir
    Path folder;

    @Test
    void keepsItsPromisesWhenInstancesFail() {
        check(1, List.of(new KillOwner(), new FreezeOwner()));
    }

    @Test
    void keepsItsPromisesWhenTheOnlyBrokerAndThenEveryInstanceRestarts() {
        check(1, List.of(new RestartBroker(), new RollingRestart()));
    }

    @Test
    void keepsItsPromisesWithoutOneOfThreeBrokers() {
        check(3, List.of(new KillBroker()));
    }

    private void check(int brokers, List<Fault> faults) {
        Shape shape = new Shape(new SplittableRandom().nextInt(1_000_000), 2, brokers, SESSION);
        Outcome outcome = new Run(shape, new Home(folder), Console.terminal()).strike(faults.iterator());
        System.out.println(outcome.sum());
        assertTrue(outcome.good(), () -> outcome.snapshots() + " " + outcome.violations());
        assertTrue(outcome.acknowledged() > 100, outcome::sum);
    }
}
