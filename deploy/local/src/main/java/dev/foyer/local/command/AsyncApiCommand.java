package dev.foyer.local.command;

import dev.foyer.local.asyncapi.AsyncApiFile;
import dev.foyer.local.home.Repository;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes the AsyncAPI document from the contract files; a test tells when it was forgotten. */
@Command(
        name = "asyncapi",
        description = "Write docs/asyncapi.yaml anew, from the services' contract files and deploy/topics.yaml.")
public final class AsyncApiCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Repository repository = Repository.find();
        boolean changed = AsyncApiFile.write(repository);
        System.out.println(AsyncApiFile.of(repository) + (changed ? " is new: commit it." : " is as it was."));
        return 0;
    }
}
