package dev.foyer.observability;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Writes what Prometheus and Grafana are given; a test tells when it was forgotten. */
@Command(
        name = "observability",
        description = "Write the table of metrics, the rules for Prometheus and the dashboards for Grafana anew.")
public final class ObservabilityCommand implements Callable<Integer> {

    /** @param arguments none, or {@code --help} */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ObservabilityCommand())
                .setExecutionExceptionHandler(ObservabilityCommand::explain)
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
        boolean changed = Products.write(Repository.find());
        System.out.println(
                changed
                        ? "What Prometheus and Grafana are given is new: look at git diff, and commit it."
                        : "What Prometheus and Grafana are given is as it was.");
        return 0;
    }
}
