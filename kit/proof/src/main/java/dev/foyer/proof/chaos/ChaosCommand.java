package dev.foyer.proof.chaos;

import dev.foyer.local.Console;
import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.proof.chaos.ChaosRun.ClusterSpec;
import dev.foyer.proof.chaos.Network.Link;
import dev.foyer.proof.process.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Attacks for so many minutes. Exit code 1 when a promise was broken, with everything about it. */
@Command(name = "chaos", description = "Attack the kit and check its promises.")
public final class ChaosCommand implements Callable<Integer> {

    private static final Duration SESSION = Duration.ofSeconds(2);

    @Option(names = "--minutes", defaultValue = "1", description = "How long; 1 by default.")
    private double minutes;

    @Option(names = "--seed", description = "The same faults again; by default others each time.")
    private Long seed;

    @Option(names = "--instances", defaultValue = "2", description = "2 or 3.")
    private int instances;

    @Option(
            names = "--brokers",
            defaultValue = "1",
            description = "1, or 3 with replication 3 and min.insync.replicas 2.")
    private int brokers;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        require(minutes > 0, "--minutes must be more than 0.");
        require(instances == 2 || instances == 3, "--instances must be 2 or 3.");
        require(brokers == 1 || brokers == 3, "--brokers must be 1 or 3.");
        long chosen = seed != null ? seed : new SplittableRandom().nextInt(1_000_000);
        Path folder = Home.of(System.getenv(), Repository.find()).root().resolve("chaos");
        Folders.delete(folder);
        Console console = line -> System.out.println(Instant.now().toString().substring(11, 23) + " " + line);
        ClusterSpec spec = new ClusterSpec(chosen, instances, brokers, SESSION);
        Duration time = Duration.ofMillis((long) (minutes * 60_000));
        ChaosRun run = new ChaosRun(spec, new Home(folder), console);
        Optional<String> missing = Network.missing();
        ChaosResult result;
        if (missing.isPresent()) {
            console.say("no faults of the network here (" + missing.get() + ")");
            result = run.run(new Schedule(kinds(), chosen, time));
        } else {
            try (Network network = Network.create(instances)) {
                List<Fault> kinds = kinds();
                kinds.add(new CutLink(network, Link.BROKERS));
                kinds.add(new CutLink(network, Link.PEERS));
                result = run.run(new Schedule(kinds, chosen, time), network);
            }
        }
        return tell(result, folder);
    }

    private void require(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private static int tell(ChaosResult result, Path folder) {
        result.snapshots().forEach(System.out::println);
        result.violations().forEach(System.out::println);
        System.out.println(result.calls() + " calls checked, " + result.unanswered() + " without an answer; logs in "
                + folder.resolve("logs"));
        System.out.println(result.summary());
        return result.good() ? 0 : 1;
    }

    private List<Fault> kinds() {
        List<Fault> kinds = new ArrayList<>(
                List.of(new KillOwner(), new PauseOwner(), new StepClock(), new RestartBroker(), new RollingRestart()));
        if (brokers > 1) {
            kinds.add(new KillBroker());
        }
        return kinds;
    }
}
