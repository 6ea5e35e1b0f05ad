package dev.foyer.local.process;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The log file of a process. A full one is kept as {@code .1}, the one before is forgotten: at most twice the bound. */
final class BoundedLog {

    private static final long BOUND_BYTES = 8L << 20;
    private static final int BUFFER_BYTES = 8192;

    private final Path file;
    private final long bound;

    BoundedLog(Path file) {
        this(file, BOUND_BYTES);
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
        try {
            int read = output.read(buffer);
            while (read >= 0) {
                read = fill(output, buffer, read);
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

    /** Writes into one file until it is full; returns the bytes that wait in the buffer, or -1 at the end. */
    private int fill(InputStream output, byte[] buffer, int waiting) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        int read = waiting;
        try (OutputStream log = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            while (read >= 0 && size < bound) {
                log.write(buffer, 0, read);
                size += read;
                if (output.available() == 0) {
                    log.flush();
                }
                read = output.read(buffer);
            }
        }
        if (size >= bound) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return read;
    }
}
