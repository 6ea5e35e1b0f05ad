package dev.foyer.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads on in a log that another process writes. A file that became shorter was replaced and is read from its start. */
final class LogFollower {

    private final Path file;
    private long position;

    private LogFollower(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    static LogFollower fromEnd(Path file) {
        return new LogFollower(file, size(file));
    }

    static LogFollower fromStart(Path file) {
        return new LogFollower(file, 0);
    }

    /** The whole lines that came since the last call. */
    List<String> newLines() {
        long size = size(file);
        if (size < position) {
            position = 0;
        }
        if (size == position) {
            return List.of();
        }
        String text = read(size);
        int whole = text.lastIndexOf('\n') + 1;
        position += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        return whole == 0
                ? List.of()
                : Arrays.asList(text.substring(0, whole - 1).split("\n", -1));
    }

    private String read(long size) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(position);
            byte[] bytes = new byte[Math.toIntExact(size - position)];
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
