package dev.foyer.ctl.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that is broken off goes on, and nothing is done twice. */
class RunTest {

    private static final String LINE = "Get-X | Set-X -ResetLeaderPin";

    @TempDir
    Path home;

    private Run run(String line, boolean anew) {
        Profile profile = new Profile("p", URI.create("http://localhost:1"), new Profile.Basic("admin", "secret"));
        return Run.of(new Folder(home), profile, line, anew);
    }

    @Test
    void theSameLineGoesOnWithTheSameKeys() {
        Run first = run(LINE, false);
        String underWay = first.key("pin mira");
        first.done("pin amos");
        Run second = run(LINE, false);
        assertEquals(1, second.before());
        assertTrue(second.isDone("pin amos"));
        assertFalse(second.isDone("pin mira"));
        assertEquals(underWay, second.key("pin mira"));
        assertNotEquals(underWay, second.key("pin amos"));
    }

    @Test
    void aLineThatIsThroughBeginsAnew() {
        Run first = run(LINE, false);
        first.done("pin amos");
        first.end();
        Run second = run(LINE, false);
        assertEquals(0, second.before());
        assertNotEquals(first.key("pin amos"), second.key("pin amos"));
    }

    @Test
    void anotherLineAndWhoeverSaysSoBeginAnew() {
        Run first = run(LINE, false);
        first.done("pin amos");
        assertEquals(0, run(LINE + " -SendEmail", false).before());
        assertEquals(0, run(LINE, true).before());
    }

    @Test
    void afterTheTimeForWhichKeysAreRememberedTheLineIsMeantAnew() throws IOException {
        run(LINE, false).done("pin amos");
        try (Stream<Path> files = Files.list(home.resolve("runs"))) {
            Files.setLastModifiedTime(
                    files.findFirst().orElseThrow(), FileTime.from(Instant.now().minus(Duration.ofHours(21))));
        }
        assertEquals(0, run(LINE, false).before());
    }

    @Test
    void whatNobodyWentOnWithIsForgotten() throws IOException {
        run(LINE, false).done("pin amos");
        try (Stream<Path> files = Files.list(home.resolve("runs"))) {
            Files.setLastModifiedTime(
                    files.findFirst().orElseThrow(), FileTime.from(Instant.now().minus(Duration.ofHours(21))));
        }
        run("another line", false);
        try (Stream<Path> files = Files.list(home.resolve("runs"))) {
            assertEquals(1, files.count());
        }
    }
}
