package dev.foyer.proof.bench;

import dev.foyer.local.home.Home;
import dev.foyer.local.home.Repository;
import dev.foyer.proof.process.Folders;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures, prints a table, and writes {@code .foyer/bench/<name>.json}. */
@Command(name = "bench", description = "Measure what was promised.")
public final class BenchCommand implements Callable<Integer> {

    /** What there is to measure. */
    enum Bench {
        core,
        guesses,
        directory
    }

    @Parameters(description = "What to measure: ${COMPLETION-CANDIDATES}.")
    private Bench bench;

    @Option(names = "--quick", description = "Less exact, in about 90 s.")
    private boolean quick;

    @Override
    public Integer call() {
        Repository repository = Repository.find();
        Path root = Home.of(System.getenv(), repository).root().resolve("bench");
        Path scratch = root.resolve("run");
        Folders.delete(scratch);
        Home home = new Home(scratch);
        Report report = switch (bench) {
            case core -> CoreBench.run(home, quick);
            case directory -> DirectoryBench.run(home, repository, quick);
            case guesses -> GuessBench.run(home, quick);
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
