package dev.foyer.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    @TempDir
    Path folder;

    @Test
    void appendsToWhatAnEarlierRunWrote() throws Exception {
        Path file = folder.resolve("a.log");
        follow(file, 1 << 20, "first\n");
        follow(file, 1 << 20, "second\n");
        assertEquals(List.of("first", "second"), Files.readAllLines(file));
        assertEquals(List.of("second"), BoundedLog.tail(file, 1));
    }

    @Test
    void neverHoldsMuchMoreThanTwiceTheBound() throws Exception {
        Path file = folder.resolve("b.log");
        int bound = 20_000;
        follow(file, bound, "a line of the log\n".repeat(20_000));
        long kept = Files.size(folder.resolve("b.log.1")) + (Files.exists(file) ? Files.size(file) : 0);
        assertTrue(kept <= 2 * (bound + 8192), kept + " bytes");
        try (var files = Files.list(folder)) {
            assertTrue(files.count() <= 2);
        }
    }

    @Test
    void readsOnWhenNothingCanBeWritten() throws Exception {
        ByteArrayInputStream output = new ByteArrayInputStream(new byte[100_000]);
        Path inTheWay = Files.createDirectory(folder.resolve("c.log"));
        new BoundedLog(inTheWay, 1 << 20).follow(output).join();
        assertEquals(0, output.available());
    }

    private static void follow(Path file, long bound, String text) throws InterruptedException {
        new BoundedLog(file, bound)
                .follow(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .join();
    }
}
