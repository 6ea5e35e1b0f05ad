package dev.foyer.local.run;

import dev.foyer.local.home.Home;
import dev.foyer.local.process.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How other commands find the process that runs {@code ./foyer up}, and whether it has come all the way up. */
public final class Supervisor {

    private static final String NAME = "supervisor";

    private Supervisor() {}

    /** The one that runs in this home. */
    public static Optional<ProcessHandle> find(Home home) {
        return ProcessRecord.read(home, NAME).flatMap(ProcessRecord::alive);
    }

    /** Whether it runs and everything was ready once. */
    public static boolean isReady(Home home) {
        return find(home).isPresent() && Files.exists(readyMark(home));
    }

    /** This process is the one, from now on. */
    public static void enter(Home home) {
        clear(home);
        ProcessRecord.ofThisProcess(NAME).write(home);
    }

    /** Everything is ready. */
    public static void ready(Home home) {
        try {
            Files.createFile(readyMark(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This process no longer is. */
    public static void leave(Home home) {
        clear(home);
    }

    private static void clear(Home home) {
        try {
            Files.deleteIfExists(readyMark(home));
            ProcessRecord.delete(home, NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path readyMark(Home home) {
        return home.run().resolve("ready");
    }
}
