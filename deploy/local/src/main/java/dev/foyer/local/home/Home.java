package dev.foyer.local.home;

import dev.foyer.local.CannotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The folder of one Foyer. Nothing is written outside of it. Delete it, and Foyer starts afresh. */
public record Home(Path root) {

    private static final long NEEDED_BYTES = 1L << 30;

    /** {@code FOYER_HOME}, or {@code .foyer} in the checkout. */
    public static Home of(Map<String, String> environment, Repository repository) {
        String set = environment.get("FOYER_HOME");
        Path root = set == null || set.isBlank() ? repository.root().resolve(".foyer") : Path.of(set);
        return new Home(root.toAbsolutePath().normalize());
    }

    /** Broker log, search index: what must survive a restart. */
    public Path data() {
        return root.resolve("data");
    }

    /** One log per process. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Process records, ports, requests: what is true while Foyer runs. */
    public Path run() {
        return root.resolve("run");
    }

    /** Keys and passwords, readable by their owner only. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The passwords of the broker's users, a file for each. */
    public Path brokerUsers() {
        return secrets().resolve("kafka");
    }

    /** The folder of the broker's log. */
    public Path brokerData() {
        return data().resolve("broker");
    }

    /** Scratch space of the processes, emptied at each start. */
    public Path scratch() {
        return root.resolve("tmp");
    }

    /** The log of one process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Creates the folders that everybody may rely on. */
    public void create() {
        try {
            for (Path folder : new Path[] {data(), logs(), run(), scratch()}) {
                Files.createDirectories(folder);
            }
            // Journals hold names and addresses: nobody's business but their owner's.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new CannotRun("Foyer cannot write to its folder " + root + ": " + e.getMessage() + ".", e);
        }
    }

    /** Refuses when the disk is nearly full: a broker that cannot write loses its answers halfway. */
    public void checkSpace() {
        checkSpace(NEEDED_BYTES);
    }

    void checkSpace(long neededBytes) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < neededBytes) {
                throw new CannotRun("Only " + (free >> 20) + " MB are free where " + root + " lies; Foyer needs "
                        + (neededBytes >> 20) + " MB: make room, or point FOYER_HOME to another disk.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
