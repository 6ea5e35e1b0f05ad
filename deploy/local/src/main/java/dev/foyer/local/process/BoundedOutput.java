package dev.foyer.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Appends to a log file. A full one is kept as {@code .1}, the one before is forgotten: at most twice the bound. What cannot be
 * written is an exception, and may be tried again. Thread-safe.
 */
public final class BoundedOutput extends OutputStream {

    static final long BOUND_BYTES = 8L << 20;

    private final Path file;
    private final long bound;
    private OutputStream open;
    private long size;

    /** With the bound that all logs have. */
    public BoundedOutput(Path file) {
        this(file, BOUND_BYTES);
    }

    BoundedOutput(Path file, long boundBytes) {
        this.file = file;
        this.bound = boundBytes;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (open == null) {
            size = Files.exists(file) ? Files.size(file) : 0;
            open = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        open.write(bytes, from, length);
        size += length;
        if (size >= bound) {
            close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            OutputStream closing = open;
            open = null;
            closing.close();
        }
    }
}
