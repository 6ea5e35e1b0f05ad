package dev.foyer.local.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known on disk about a running process: {@code run/<name>.json}.
 *
 * @param startedAtMillis the start as the operating system tells it, milliseconds since 1970
 * @param marks what its command line contains
 */
public record ProcessRecord(String name, long pid, long startedAtMillis, List<String> marks) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The boot time, from which starts are counted, is told in whole seconds and may be corrected by one. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** The record of a child that has just been started by a {@link JavaCommand}. */
    static ProcessRecord of(Home home, String name, ProcessHandle process) {
        return of(name, process, JavaCommand.marks(home, name));
    }

    /** The record of this process. */
    public static ProcessRecord ofThisProcess(String name) {
        ProcessHandle self = ProcessHandle.current();
        return of(name, self, self.info().commandLine().stream().toList());
    }

    /** The record of a process whose command line has these words in it. */
    static ProcessRecord of(String name, ProcessHandle process, List<String> marks) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        return new ProcessRecord(name, process.pid(), start.toEpochMilli(), marks);
    }

    /** Empty when there is none, or when it was cut off by a crash while it was written. */
    public static Optional<ProcessRecord> read(Home home, String name) {
        Path file = file(home, name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), ProcessRecord.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves it for later runs; whole or not at all. */
    public void write(Home home) {
        try {
            Path file = file(home, name);
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(draft.toFile(), this);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the process of that name. */
    public static void delete(Home home, String name) {
        try {
            Files.deleteIfExists(file(home, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process itself, if it still runs: same pid, same start, same command line. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedThen)
                .filter(this::isMarked);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(Instant.ofEpochMilli(startedAtMillis), start)
                                .abs()
                                .compareTo(CLOCK_TOLERANCE)
                        <= 0)
                .orElse(false);
    }

    private boolean isMarked(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return marks.stream().allMatch(commandLine::contains);
    }

    private static Path file(Home home, String name) {
        return home.run().resolve(name + ".json");
    }
}
