package dev.foyer.proof.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.proof.chaos.ChaosRun.ClusterSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class ChaosIT {

    private static final Duration SESSION = Duration.ofMillis(1_500);

    @TempDir
    Path folder;

    @Test
    void keepsItsPromisesWhenInstancesFailAndEverythingRestarts() {
        check(
                1,
                List.of(new KillOwner(), new PauseOwner(), new StepClock(), new RestartBroker(), new RollingRestart()));
    }

    @Test
    void keepsItsPromisesWithoutOneOfThreeBrokers() {
        check(3, List.of(new KillOwner(), new KillBroker(), new PauseOwner(), new KillBroker()));
    }

    private void check(int brokers, List<Fault> faults) {
        ClusterSpec spec = new ClusterSpec(new SplittableRandom().nextInt(1_000_000), 2, brokers, SESSION);
        ChaosResult result = new ChaosRun(spec, new Home(folder), Console.terminal()).run(faults.iterator());
        System.out.println(result.summary());
        assertTrue(result.good(), () -> result.snapshots() + " " + result.violations());
        assertTrue(result.acknowledged() > 100, result::summary);
    }
}
