package dev.foyer.proof;

import dev.foyer.proof.chaos.ChaosCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The module's main class. Exit codes: 0 done, 1 something promised did not hold, 2 wrong usage. */
@Command(
        name = "foyer",
        description = "Attacks and measures the kit.",
        subcommands = {BenchCommand.class, ChaosCommand.class, CommandLine.HelpCommand.class})
public final class Proof {

    private Proof() {}

    /** @param arguments a command and its options */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Proof()).execute(arguments));
    }
}
