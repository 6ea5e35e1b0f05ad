package dev.foyer.local.command;

import dev.foyer.local.Console;
import dev.foyer.local.home.Repository;
import dev.foyer.local.recording.Recording;
import picocli.CommandLine.Command;

/** Records the start of what was built since the last time. */
@Command(name = "record", description = "Record the start of what was built since, so that it is fast again.")
public final class RecordCommand implements Runnable {

    private final Console console = Console.terminal();

    @Override
    public void run() {
        Recording.now(Repository.find(), console);
        console.say("Every program starts as it was recorded.");
    }
}
