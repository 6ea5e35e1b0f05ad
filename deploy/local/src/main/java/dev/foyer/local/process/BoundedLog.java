package dev.foyer.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The log file of a process, as {@link BoundedOutput} has it. */
final class BoundedLog {

    private static final int BUFFER_BYTES = 8192;

    private final Path file;
    private final long bound;

    BoundedLog(Path file) {
        this(file, BoundedOutput.BOUND_BYTES);
    }

    BoundedLog(Path file, long boundBytes) {
        this.file = file;
        this.bound = boundBytes;
    }

    /** Appends what the process prints, until it ends. */
    Thread follow(InputStream output) {
        return Thread.ofPlatform().daemon().name("log-" + file.getFileName()).start(() -> copy(output));
    }

    /** The last lines, for messages. */
    static List<String> tail(Path file, int lines) {
        try (Stream<String> all = Files.lines(file)) {
            List<String> list = all.toList();
            return list.subList(Math.max(0, list.size() - lines), list.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private void copy(InputStream output) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (BoundedOutput log = new BoundedOutput(file, bound)) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                log.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // A full disk, perhaps. Without somebody who reads on, the process would stop at its next line.
            drain(output);
        }
    }

    private static void drain(InputStream output) {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The process is gone, and with it the other end of the pipe.
        }
    }
}
