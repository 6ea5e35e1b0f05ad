package dev.foyer.asyncapi;

import dev.foyer.local.CannotRun;
import dev.foyer.local.home.Repository;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Writes the AsyncAPI document from the contract files; a test tells when it was forgotten. */
@Command(
        name = "asyncapi",
        description = "Write docs/asyncapi.yaml anew, from the services' contract files and deploy/topics.yaml.")
public final class AsyncApiCommand implements Callable<Integer> {

    /** @param arguments none, or {@code --help} */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new AsyncApiCommand())
                .setExecutionExceptionHandler(AsyncApiCommand::explain)
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
        boolean changed = AsyncApiFile.write(repository);
        System.out.println(AsyncApiFile.of(repository) + (changed ? " is new: commit it." : " is as it was."));
        return 0;
    }
}
