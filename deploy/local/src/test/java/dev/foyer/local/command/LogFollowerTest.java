package dev.foyer.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {

    @Test
    void givesWholeLinesOnceAndStartsAgainWhenTheFileWasReplaced(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.log");
        LogFollower follower = LogFollower.fromStart(file);
        assertEquals(List.of(), follower.newLines());

        Files.writeString(file, "one\ntwo è\nthr");
        assertEquals(List.of("one", "two è"), follower.newLines());
        Files.writeString(file, "ee\n", StandardOpenOption.APPEND);
        assertEquals(List.of("three"), follower.newLines());

        Files.writeString(file, "new\n");
        assertEquals(List.of("new"), follower.newLines());
    }

    @Test
    void canSkipWhatIsThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("b.log"), "old\n");
        LogFollower follower = LogFollower.fromEnd(file);
        Files.writeString(file, "new\n", StandardOpenOption.APPEND);
        assertEquals(List.of("new"), follower.newLines());
    }
}
