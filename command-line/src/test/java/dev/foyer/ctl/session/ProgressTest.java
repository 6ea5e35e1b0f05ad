package dev.foyer.ctl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.foyer.ctl.TestConsole;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far something is, for whoever looks at a terminal. */
class ProgressTest {

    private final TestConsole console = new TestConsole(true);
    private final AtomicLong clock = new AtomicLong();
    private final Progress progress = new Progress(console, clock::get);

    private String at(Duration time, long done, long total) {
        clock.set(time.toNanos());
        progress.at(done, total, done + " done");
        return console.said();
    }

    @Test
    void aBarFillsAndTheTimeThatIsLeftIsThatOfThisTry() {
        assertEquals("\r[###...........................] 1000 done", at(Duration.ZERO, 1_000, 10_000));
        assertEquals("", at(Duration.ofMillis(100), 1_010, 10_000), "not twice within a moment");
        assertFalse(at(Duration.ofSeconds(4), 1_040, 10_000).contains("left"), "too early to know");
        // 1,000 in a minute, and 8,000 are left: what was done before does not count.
        assertTrue(at(Duration.ofMinutes(1), 2_000, 10_000).endsWith("] 2000 done, 8 min left"));
    }

    @Test
    void ofAnUnknownNumberThereIsNoBar() {
        assertEquals("\r7 done", at(Duration.ZERO, 7, -1));
    }

    @Test
    void whateverElseIsSaidStandsOnACleanLine() {
        at(Duration.ZERO, 7, -1);
        progress.clear();
        assertEquals("\r      \r", console.said());
        progress.clear();
        assertEquals("", console.said());
    }

    @Test
    void noLineIsLongerThanTheTerminal() {
        progress.at(1, 10, "x".repeat(200));
        assertEquals(console.width(), console.said().length(), "with the way back to its beginning");
    }

    @Test
    void aFileGetsNoProgress() {
        TestConsole file = new TestConsole();
        Progress quiet = new Progress(file, clock::get);
        quiet.at(1, 10, "1 done");
        quiet.clear();
        assertEquals("", file.said());
    }
}
