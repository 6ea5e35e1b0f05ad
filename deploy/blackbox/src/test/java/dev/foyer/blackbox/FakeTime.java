package dev.foyer.blackbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The clock of one process, which is set while it runs: Debian's libfaketime under its system calls. What a JVM waits by, the
 * monotonic clock, stays as it is: with that faked it hangs.
 */
final class FakeTime {

    /** For {@code EnabledIf}. */
    static final String NEEDED = "Needs libfaketime, to set a process's clock: apt-get install libfaketime";

    private static final List<Path> USUAL = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path file;

    /** @param file says how far the clock is off, and is read at each look at it */
    FakeTime(Path file) {
        this.file = file;
        set("+0");
    }

    static boolean isInstalled() {
        return USUAL.stream().anyMatch(Files::isReadable);
    }

    /** For the process. */
    Map<String, String> environment() {
        Path library = USUAL.stream().filter(Files::isReadable).findFirst().orElseThrow();
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_TIMESTAMP_FILE",
                file.toString());
    }

    /** @param offset from the right time, such as {@code +30m} */
    void set(String offset) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), offset + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
