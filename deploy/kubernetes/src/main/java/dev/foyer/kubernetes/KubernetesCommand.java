package dev.foyer.kubernetes;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Writes the broker's part of the overlays; a test tells when it was forgotten. */
@Command(
        name = "kubernetes",
        description =
                "Write the broker's part of deploy/kubernetes anew, from deploy/topics.yaml and each overlay.yaml.")
public final class KubernetesCommand implements Callable<Integer> {

    /** @param arguments none, or {@code --help} */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new KubernetesCommand())
                .setExecutionExceptionHandler(KubernetesCommand::explain)
                .execute(arguments));
    }

    private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (problem instanceof CannotRun known) {
            System.err.println(known.getMessage());
            return 1;
        }
        throw problem;
    }

    @Override
    public Integer call() {
        Repository repository = Repository.find();
        List<Path> changed = ManifestFiles.write(repository);
        changed.forEach(file -> System.out.println(repository.root().relativize(file) + " is new: commit it."));
        if (changed.isEmpty()) {
            System.out.println("All overlays are as they were.");
        }
        return 0;
    }
}
