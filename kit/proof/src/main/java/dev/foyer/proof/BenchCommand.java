package dev.foyer.proof;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.proof.bench.CoreBench;
import dev.foyer.proof.bench.DirectoryBench;
import dev.foyer.proof.bench.GuessBench;
import dev.foyer.proof.bench.Report;
import dev.foyer.proof.front.FrontBench;
import dev.foyer.proof.lobby.LobbyBench;
import dev.foyer.proof.mail.MailBench;
import dev.foyer.proof.outage.OutageBench;
import dev.foyer.proof.process.Folders;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, prints a table, and writes {@code .foyer/bench/<name>.json}. */
@Command(name = "bench", description = "Measure what was promised.")
public final class BenchCommand implements Callable<Integer> {

    /** What there is to measure. */
    enum Bench {
        core,
        guesses,
        directory,
        front,
        mail,
        lobby,
        outages
    }

    @Parameters(description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private Bench bench;

    @Option(names = "--quick", description = "Less exact, in about 90 s.")
    private boolean quick;

    @Option(
            names = "--peer",
            description = "Measure the front door beside this: ${COMPLETION-CANDIDATES}; needs bench front.")
    private Peer peer;

    /** What the front door is compared with. */
    enum Peer {
        keycloak
    }

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (peer != null && bench != Bench.front) {
            throw new ParameterException(command.commandLine(), "--peer belongs to bench front.");
        }
        Repository repository = Repository.find();
        Path root = Home.of(System.getenv(), repository).root().resolve("bench");
        Path scratch = root.resolve("run");
        Folders.delete(scratch);
        Home home = new Home(scratch);
        Report report = switch (bench) {
            case core -> CoreBench.run(home, quick);
            case directory -> DirectoryBench.run(home, repository, quick);
            case guesses -> GuessBench.run(home, quick);
            case front -> FrontBench.run(home, repository, quick, peer == Peer.keycloak);
            case mail -> MailBench.run(home, repository, quick);
            case lobby -> LobbyBench.run(home, repository, quick);
            case outages -> OutageBench.run(home, repository, quick);
        };
        Folders.delete(scratch.resolve("data"));
        report.write(
                root.resolve(bench + ".json"),
                Map.of(
                        "bench",
                        bench,
                        "quick",
                        quick,
                        "processors",
                        Runtime.getRuntime().availableProcessors(),
                        "java",
                        Runtime.version().toString()));
        report.print();
        return 0;
    }
}
